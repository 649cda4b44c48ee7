import type { UnreadForm } from './form.js';

const asText = 'save it as plain text, or convert it to wikitext with pandoc -t mediawiki';
const noText = 'give an article as text';
const unpack = 'unpack it, and give the files in it';

interface Magic extends UnreadForm {
  /** The first bytes, in Latin-1. */
  readonly begins: RegExp;
}

const rows = 'write its rows as lines of JSON, with "title" and "text"';

/** Files by the bytes that all of a sort begin with. */
const magics: readonly Magic[] = [
  {
    begins: /^%PDF-\d/,
    is: 'PDF',
    advice: 'give the text of the article, for example as pdftotext writes it',
  },
  { begins: /^%!PS-/, is: 'PostScript', advice: noText },
  { begins: /^\{\\rtf\d/, is: 'RTF', advice: asText },
  {
    begins: /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    is: 'a document of an old Microsoft Office',
    advice: asText,
  },
  { begins: /^\x89PNG\r\n/, is: 'an image (PNG)', advice: noText },
  { begins: /^\xff\xd8\xff/, is: 'an image (JPEG)', advice: noText },
  { begins: /^GIF8[79]a[^\n]{0,6}\0/, is: 'an image (GIF)', advice: noText },
  { begins: /^(?:II\*\0|MM\0\*)/, is: 'an image (TIFF)', advice: noText },
  { begins: /^RIFF.{4}WEBP/s, is: 'an image (WebP)', advice: noText },
  { begins: /^RIFF.{4}(?:WAVE|AVI )/s, is: 'a sound or a video (RIFF)', advice: noText },
  { begins: /^8BPS\0/, is: 'an image (Photoshop)', advice: noText },
  { begins: /^\0\0[\x01\x02]\0/, is: 'an icon', advice: noText },
  { begins: /^AT&TFORM/, is: 'a scanned document (DjVu)', advice: noText },
  { begins: /^\0\0.{2}ftyp/s, is: 'a video or an image (MP4, HEIC, AVIF)', advice: noText },
  { begins: /^OggS\0/, is: 'a sound or a video (Ogg)', advice: noText },
  { begins: /^fLaC\0/, is: 'a sound (FLAC)', advice: noText },
  { begins: /^ID3[\x02-\x04]/, is: 'a sound (MP3)', advice: noText },
  { begins: /^\x1aE\xdf\xa3/, is: 'a video (Matroska, WebM)', advice: noText },
  { begins: /^SQLite format 3\0/, is: 'a database (SQLite)', advice: rows },
  { begins: /^PAR1[\x00-\x1f]/, is: 'a table (Parquet)', advice: rows },
  { begins: /^ARROW1\0/, is: 'a table (Arrow)', advice: rows },
  { begins: /^Obj\x01/, is: 'a table (Avro)', advice: rows },
  { begins: /^ZIM\x04/, is: 'a ZIM archive', advice: 'give a dump of the wiki (pages-articles.xml.bz2)' },
  {
    begins: /^\$HDT[\x00-\x1f]/,
    is: 'HDT, which holds RDF',
    advice: 'convert it to N-Triples and use validate',
  },
  { begins: /^Rar!\x1a\x07/, is: 'a RAR archive', advice: unpack },
  { begins: /^.{257}ustar/s, is: 'a tar archive', advice: unpack },
  { begins: /^.{60}BOOKMOBI/s, is: 'an e-book (MOBI)', advice: asText },
  { begins: /^\x7fELF|^MZ.\0|^\xca\xfe\xba\xbe|^\0asm/s, is: 'a program', advice: noText },
  { begins: /^\x1f\x8b/, is: 'gzip within what was unpacked', advice: 'unpack it once' },
  { begins: /^BZh\d1AY&SY/, is: 'bzip2 within what was unpacked', advice: 'unpack it once' },
];

/** Documents that are zip archives, by the names of files that only they hold. */
const zips: readonly (UnreadForm & { readonly holds: readonly string[] })[] = [
  { holds: ['word/document.xml', 'word/'], is: 'a document of Microsoft Word (DOCX)', advice: asText },
  { holds: ['xl/'], is: 'a sheet of Microsoft Excel (XLSX)', advice: 'save it as plain text' },
  { holds: ['ppt/'], is: 'slides of Microsoft PowerPoint (PPTX)', advice: 'save them as plain text' },
  { holds: ['application/epub+zip', 'META-INF/container.xml'], is: 'an e-book (EPUB)', advice: asText },
  { holds: ['application/vnd.oasis.opendocument'], is: 'an OpenDocument file (ODT)', advice: asText },
];

export function binaryForm(bytes: Uint8Array): UnreadForm | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head.toString('latin1', 0, 4))) return zipForm(head);
  const begin = head.toString('latin1', 0, 300);
  const found = magics.find(({ begins }) => begins.test(begin));
  return found ? { is: found.is, advice: found.advice } : null;
}

function zipForm(head: Buffer): UnreadForm {
  const found = zips.find(({ holds }) => holds.some((name) => head.includes(name)));
  return found ? { is: found.is, advice: found.advice } : { is: 'a zip archive', advice: unpack };
}
