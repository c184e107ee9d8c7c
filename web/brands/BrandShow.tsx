import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { RelatedList } from '../fields/RelatedList.tsx';
import { StatusChip, StatusField } from '../fields/StatusChip.tsx';

export function BrandShow() {
  return (
    <HouseShow>
      <Section title="resources.brands.section.profile">
        <Facts>
          <Fact source="name" />
          <Fact source="company" />
          <Fact source="creditCode" />
          <Fact source="contact" />
          <Fact source="status">
            <StatusField source="status" />
          </Fact>
          <Fact source="note" wide />
        </Facts>
      </Section>
      <RelatedList
        title="resources.brands.section.products"
        resource="products"
        target="brandId"
        face={(product) => ({
          name: product.name,
          detail: product.spec,
          right: <StatusChip value={product.status} resource="products" />,
        })}
      />
      <RelatedList
        title="resources.brands.section.deals"
        resource="deals"
        target="brandId"
        face={(deal) => ({
          name: deal.title,
          detail: deal.startsOn,
          right: <StatusChip value={deal.status} resource="deals" />,
        })}
      />
      <RecordHistory entity="brand" />
    </HouseShow>
  );
}
