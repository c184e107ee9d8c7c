export type BarcodeFormat = 'EAN-13' | 'EAN-8' | 'UPC-A' | 'UPC-E' | 'Code 128' | 'QR Code' | 'Data Matrix';

const NAMES: Record<string, BarcodeFormat> = {
  EAN13: 'EAN-13',
  EAN8: 'EAN-8',
  UPCA: 'UPC-A',
  UPCE: 'UPC-E',
  Code128: 'Code 128',
  QRCode: 'QR Code',
  DataMatrix: 'Data Matrix',
};

/** What is printed under the bars: the engine writes UPC-A with a nought before it and UPC-E at full length. */
export function printedForm(format: string, text: string): { format: BarcodeFormat; text: string } {
  const name = NAMES[format] ?? (format as BarcodeFormat);
  const upc = /^0(\d{12})$/.exec(text)?.[1];
  if (name === 'UPC-E' && upc !== undefined) return { format: 'UPC-E', text: shortenUpc(upc) };
  if ((name === 'EAN-13' || name === 'UPC-A') && upc !== undefined) return { format: 'UPC-A', text: upc };
  return { format: name, text };
}

/** GS1 General Specifications, UPC-E: the noughts of a UPC-A left out; the last digit says which. */
function shortenUpc(upc: string): string {
  const [system, maker, item, check] = [upc[0]!, upc.slice(1, 6), upc.slice(6, 11), upc[11]!];
  const wrap = (digits: string) => `${system}${digits}${check}`;
  if (/^..[0-2]00$/.test(maker) && item.startsWith('00'))
    return wrap(maker.slice(0, 2) + item.slice(2) + maker[2]!);
  if (maker.endsWith('00') && item.startsWith('000')) return wrap(`${maker.slice(0, 3)}${item.slice(3)}3`);
  if (maker.endsWith('0') && item.startsWith('0000')) return wrap(`${maker.slice(0, 4)}${item[4]!}4`);
  return wrap(maker + item[4]!);
}
