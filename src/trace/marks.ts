/** Marks of wikitext, by what becomes of them. Where several fit, the first counts. */
export const marks = new RegExp(
  [
    String.raw`(?<comment><!--)|(?<tag><\/?(?<name>[a-z][a-z\d]*)[^<>]{0,4000}>)`,
    "(?<switch>__[A-Z]+__)|(?<quotes>'{2,5})",
    String.raw`(?<open>\{\{)|(?<close>\}\})|(?<link>\[\[)|(?<linkEnd>\]\])`,
    String.raw`(?<address>\[(?:[a-z][a-z+.-]*:)?\/\/[^\s\]]*)|(?<addressEnd>\])`,
    String.raw`(?<cell>(?:^|\n)[ \t:]*(?:\{\||\|[-+}]|[|!])|\|\||!!)`,
    String.raw`(?<date>(?<![\p{L}\p{N}])\d{4}[ \t]*\|[ \t]*(?:\d{1,2}|\p{L}{3,9}\.?)(?![\p{L}\p{N}])(?:[ \t]*\|[ \t]*\d{1,2}(?![\p{L}\p{N}]))?)`,
    String.raw`(?<namedDate>(?:\|\s*|(?<![\p{L}\p{N}]))(?:year|month|day)[ \t]*=[ \t]*[\p{L}\d]{1,9}(?:\s*\|\s*(?:year|month|day)[ \t]*=[ \t]*[\p{L}\d]{1,9}){1,2}(?![\p{L}\p{N}]))`,
    String.raw`(?<bar>\|)`,
    String.raw`(?<entity>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)`,
  ].join('|'),
  'giu',
);
