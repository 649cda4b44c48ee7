/** An article whose every part would like to be more than words. */
export const hostileMark = 'HOSTILE';

const attack = `</script><script>document.title='${hostileMark}'</script><img src=x onerror="document.title='${hostileMark}'">`;

/** Ends of styles and scripts, entities, links, quotation marks, separators of lines, controls, bidirectional overrides. */
export const hostileText = `= A ${attack} =

A ${attack}
- Director: Oona "Brandt" </style><script>document.title='${hostileMark}'</script>
- Runtime: javascript:document.title='${hostileMark}'
- <b onclick="document.title='${hostileMark}'">Key</b>: <a href="javascript:document.title='${hostileMark}'">x</a>
- Quote" autofocus onfocus="document.title='${hostileMark}'" x=": &lt;script&gt; &amp; &#x3c;
- Separators: a\u2028b\u2029c\u202ed\u0000e\u001b[2Jf\ud800g

A ${attack} is a 1998 drama film. <!-- --> ]]> It ends.

== ${attack} ==
- javascript:alert(1) as </li></ul></main><script>document.title='${hostileMark}'</script>

== Cast ==
- Tom </button></span> Ashe as <svg onload="document.title='${hostileMark}'">

== Awards ==
| Award | Year | Category |
| <script>document.title='${hostileMark}'</script> | 1066 | Best "onmouseover=alert(1) |
`;

/** The same in wikitext, where links and templates hold it too. */
export const hostileWikitext = `{{Infobox film
| name = ${attack}
| director = [[Oona" onclick="x|<script>document.title='${hostileMark}'</script>]] [javascript:alert(1) here]
| ${attack} = {{nothing|${attack}}}
}}
'''Page''' is a 1998 drama film by [[</script>|${attack}]]. [https://example.org/"onclick="x out]

== Cast ==
* [[Vera]] as <nowiki>${attack}</nowiki>
`;
