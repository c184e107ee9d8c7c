/** Resolves entities and `_x000D_` escapes of spreadsheet text; bytes without any are handed back as they are. */
export function decodeXmlText(bytes: Buffer): Buffer {
  if (!bytes.includes(AMPERSAND) && !bytes.includes('_x')) return bytes;
  const text = bytes
    .toString('utf8')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name as string] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'utf8');
}

/** Value of `name="…"` in a tag, or undefined. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeXmlText(Buffer.from(value)).toString('utf8');
}

/** The opening tags of one element, whatever its namespace prefix. */
export function tagsOf(xml: string, element: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${element}(\\s[^>]*?)?/?>`, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

const AMPERSAND = 38;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
