/** Marks of wikitext, by what becomes of them. Where several fit, the first counts. */
export const marks = new RegExp(
  [
    String.raw`(?<comment><!--)|(?<dropped><(?<block>ref|gallery)\b(?:[^<>]*\/>|[^<>]*>[\s\S]*?(?:<\/\k<block>\b[^<>]*>|$)))`,
    String.raw`(?<parting><\/?(?:br|p|div|li|ul|ol|table|t[rdh]|hr|center|blockquote|poem)\b[^<>]*>|__[A-Z]+__)`,
    String.raw`(?<joining><\/?[a-z][^<>]*>|'{2,5})`,
    String.raw`(?<open>\{\{)|(?<close>\}\})|(?<link>\[\[)|(?<linkEnd>\]\])`,
    String.raw`(?<address>\[(?:[a-z][a-z+.-]*:)?\/\/[^\s\]]*)`,
    String.raw`(?<cell>(?:^|\n)[ \t]*(?:\{\||\|[-+}]|[|!])|\|\||!!)`,
    String.raw`(?<date>(?<![\p{L}\p{N}])\d{4}[ \t]*\|[ \t]*(?:\d{1,2}|\p{L}{3,9}\.?)(?![\p{L}\p{N}])(?:[ \t]*\|[ \t]*\d{1,2}(?![\p{L}\p{N}]))?)`,
    String.raw`(?<bar>\|)`,
    String.raw`(?<entity>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)`,
  ].join('|'),
  'giu',
);

/** What says how a cell looks: before a single bar, or attributes before a template that goes on with them. */
export const cellLooks =
  /^(?:[^|[\]{}<>!\n]*\|(?!\|)|(?:\s*[a-z-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s|"'{}[\]]+))+(?=\s*\{\{))/i;
