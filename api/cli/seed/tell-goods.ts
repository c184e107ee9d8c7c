import { BRANDS } from '../../../db/seed/brands.ts';
import { DEALS } from '../../../db/seed/deals.ts';
import { laterBy } from '../../../db/seed/dice.ts';
import { gtinOf, listingIdOf, PRODUCTS } from '../../../db/seed/products.ts';
import { STREAMS } from '../../../db/seed/streams.ts';
import { createBrand } from '../../brands/create-brand.ts';
import { createDeal } from '../../deals/create-deal.ts';
import { createProduct } from '../../products/create-product.ts';
import { createStream } from '../../streams/create-stream.ts';
import { actAs, anchorIdOf, type Teller } from './teller.ts';

/** Brands, what they sell, what was agreed with them, and the evenings it was shown on. */
export async function tellGoods(teller: Teller): Promise<void> {
  for (const brand of BRANDS) await tellBrand(teller, brand);
  for (const product of PRODUCTS) await tellProduct(teller, product);
  for (const deal of DEALS) await tellDeal(teller, deal);
  for (const stream of STREAMS) await tellStream(teller, stream);
}

export function brandIdOf({ told }: Teller, brandKey: string): number {
  return told.brands.get(BRANDS.find(({ key }) => key === brandKey)!.name)!;
}

export function productIdOf({ told }: Teller, productKey: string): number {
  return told.products.get(gtinOf(productOf(productKey)))!;
}

const productOf = (productKey: string) => PRODUCTS.find(({ key }) => key === productKey)!;

async function tellBrand(
  teller: Teller,
  { key: _, note, ...values }: (typeof BRANDS)[number],
): Promise<void> {
  const { services, told } = teller;
  if (told.brands.has(values.name)) return;
  const { id } = await createBrand(services, actAs(teller, 'operator'), {
    ...values,
    status: 'active',
    note: note || null,
  });
  told.brands.set(values.name, id);
}

async function tellProduct(teller: Teller, product: (typeof PRODUCTS)[number]): Promise<void> {
  const { services, told } = teller;
  const gtin = gtinOf(product);
  if (told.products.has(gtin)) return;
  const { key, brandKey, name, spec, ingredients, licenceNo, origin, shelfLifeDays } = product;
  const brand = BRANDS.find((each) => each.key === brandKey)!;
  const { id } = await createProduct(services, actAs(teller, 'operator'), {
    brandId: brandIdOf(teller, brandKey),
    name,
    gtin,
    category: null,
    spec,
    ingredients,
    licenceNo,
    maker: brand.company,
    origin,
    shelfLifeDays,
    status: 'active',
    listings: (['douyin', 'kuaishou', 'taobao'] as const).map((platform) => ({
      platform,
      externalId: listingIdOf(platform, key),
      title: `【直播专享】${name}`,
      anchorId: null,
    })),
  });
  told.products.set(gtin, id);
}

async function tellDeal(teller: Teller, deal: (typeof DEALS)[number]): Promise<void> {
  const { services, told } = teller;
  if (told.deals.has(deal.title)) return;
  const { brandKey, ownerKey, note, lines, ...values } = deal;
  const record = await createDeal(services, actAs(teller, 'operator'), {
    ...values,
    brandId: brandIdOf(teller, brandKey),
    ownerUserId: actAs(teller, ownerKey).userId,
    note: note || null,
    lines: lines.map(({ productKey, ...offer }) => {
      const { livePriceFen, listPriceFen, commissionRateBps } = productOf(productKey);
      return {
        productId: productIdOf(teller, productKey),
        livePriceFen,
        listPriceFen,
        commissionRateBps,
        couponFen: offer.couponFen ?? 0,
        gifts: offer.gifts ?? null,
        serviceRateBps: offer.serviceRateBps,
        slotFeeFen: offer.slotFeeFen ?? 0,
        pricePromise: offer.pricePromise ?? null,
        exclusive: offer.exclusive ?? false,
      };
    }),
  });
  told.deals.set(deal.title, record.id);
  // What was agreed first is what the streams of these months sell.
  for (const { productId, id } of record.lines)
    if (!told.offers.has(productId)) told.offers.set(productId, id);
}

const ROLES = ['traffic', 'hero', 'profit', 'welfare', 'image'] as const;

async function tellStream(teller: Teller, stream: (typeof STREAMS)[number]): Promise<void> {
  const { services, told } = teller;
  if (told.streams.has(stream.title)) return;
  const { key, anchorKey, platform, title, startsAt, hours, productKeys, note } = stream;
  const { id } = await createStream(services, actAs(teller, 'operator'), {
    anchorId: anchorIdOf(teller, anchorKey),
    platform,
    title,
    roomExtId: `7360${key.slice(1)}5512`,
    liveMinutes: null,
    status: 'ended',
    startsAt: inChina(`${startsAt}:00`),
    endsAt: inChina(laterBy(`${startsAt}:00`, hours * 60)),
    note,
    items: productKeys.map((productKey, index) => ({
      productId: productIdOf(teller, productKey),
      dealLineId: told.offers.get(productIdOf(teller, productKey)) ?? null,
      itemRole: ROLES[index % ROLES.length]!,
      plannedMinutes: Math.floor((hours * 60) / productKeys.length / 2),
    })),
  });
  told.streams.set(title, id);
}

const inChina = (text: string): string => `${text.replace(' ', 'T')}+08:00`;
