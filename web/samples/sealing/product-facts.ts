/** A product as the record of goods knows it. */
export interface ProductFacts {
  name?: string | null;
  brandName?: string | null;
  gtin?: string | null;
  spec?: string | null;
  ingredients?: string | null;
  licenceNo?: string | null;
  maker?: string | null;
  origin?: string | null;
  shelfLifeDays?: number | null;
}

/** What the product's own record says of an attribute, to be held against the goods; undefined where it says nothing. */
export function factOf(product: ProductFacts | undefined, attribute: string): string | undefined {
  if (!product) return undefined;
  const { name, brandName, gtin, spec, ingredients, licenceNo, maker, origin, shelfLifeDays } = product;
  const facts: Record<string, string | null | undefined> = {
    name,
    brand: brandName,
    gtin,
    spec,
    netContent: spec,
    ingredients,
    fibres: ingredients,
    materials: ingredients,
    licenceNumber: licenceNo,
    filingNumber: licenceNo,
    maker,
    origin,
    shelfLife: shelfLifeDays == null ? null : `${shelfLifeDays}天`,
  };
  return facts[attribute] || undefined;
}
