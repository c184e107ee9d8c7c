import { useRecordContext, useTranslate } from 'react-admin';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { Platform } from '../fields/PlatformField.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { RowsTable } from '../fields/RowsTable.tsx';
import { StatusField } from '../fields/StatusChip.tsx';

interface Product {
  id: number;
  brandId: number | null;
  brandName: string | null;
  listings?: {
    id: number;
    platform: string;
    externalId: string;
    title: string | null;
    anchorId: number | null;
  }[];
}

export function ProductShow() {
  return (
    <HouseShow>
      <Section title="resources.products.section.facts">
        <Facts>
          <Fact source="name" />
          <Fact source="brandId">
            <Brand />
          </Fact>
          <Fact source="gtin" />
          <Fact source="spec" />
          <Fact source="category" />
          <Fact source="licenceNo" />
          <Fact source="maker" />
          <Fact source="origin" />
          <Fact source="shelfLifeDays" />
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
          <Fact source="ingredients" wide />
        </Facts>
      </Section>
      <Section title="resources.products.section.listings" flush>
        <Listings />
      </Section>
      <RecordHistory entity="product" />
    </HouseShow>
  );
}

function Brand() {
  const product = useRecordContext<Product>();
  const translate = useTranslate();
  if (!product?.brandId) return translate('house.field.none');
  return (
    <NamedLink resource="brands" id={product.brandId}>
      {product.brandName}
    </NamedLink>
  );
}

function Listings() {
  const product = useRecordContext<Product>();
  const translate = useTranslate();
  if (!product?.listings?.length)
    return <EmptyState dense text={translate('resources.products.noListings')} />;
  return (
    <RowsTable
      source="listings"
      rows={product.listings}
      columns={{
        platform: (listing) => <Platform value={listing.platform} />,
        externalId: (listing) => listing.externalId,
        title: (listing) => listing.title,
        anchorId: (listing) => (
          <NamedLink resource="anchors" id={listing.anchorId}>
            #{listing.anchorId}
          </NamedLink>
        ),
      }}
    />
  );
}
