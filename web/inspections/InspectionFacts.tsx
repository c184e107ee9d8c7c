import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { InstantField } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Fen } from '../fields/FenField.tsx';
import { Hash } from '../fields/findings/Hash.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { PlatformField } from '../fields/PlatformField.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { ChoiceField } from '../fields/StatusChip.tsx';
import type { Inspection } from './inspection.ts';
import { PlanTable } from './start/PlanTable.tsx';

/** What is inspected, against which sample, and by which plan or order. */
export function InspectionFacts({ inspection }: { inspection: Inspection }) {
  const translate = useTranslate();
  const { planMajor, planMinor } = inspection;
  const word = (key: string) => translate(`resources.inspections.${key}`);
  return (
    <>
      <Section title="resources.inspections.section.facts">
        <Facts>
          <Fact source="productName">
            <NamedLink resource="products" id={inspection.productId}>
              {inspection.productName}
            </NamedLink>
          </Fact>
          <Fact source="brandName" />
          <Fact source="kind">
            <ChoiceField source="kind" />
          </Fact>
          <Fact source="sampleId">
            <NamedLink resource="samples" id={inspection.sampleId}>
              #{inspection.sampleId}
            </NamedLink>
          </Fact>
          {inspection.kind === 'lot' ? (
            <>
              <Fact source="lotNo" />
              <Fact source="lotSize" />
              <Fact source="isResubmitted">
                {translate(`house.field.${inspection.isResubmitted ? 'yes' : 'no'}`)}
              </Fact>
              <Fact source="history">
                <Link to={`/inspections/history/${inspection.productId}`}>{word('toHistory')}</Link>
              </Fact>
            </>
          ) : (
            <>
              <Fact source="orderNo" />
              <Fact source="platform">
                <PlatformField source="platform" />
              </Fact>
              <Fact source="boughtBy" />
              <Fact source="boughtAt">
                <InstantField source="boughtAt" />
              </Fact>
              <Fact source="receivedAt">
                <InstantField source="receivedAt" />
              </Fact>
              <Fact source="paidFen">
                <Fen value={inspection.paidFen} />
              </Fact>
            </>
          )}
          <Fact source="startedByName" />
          <Fact source="startedAt">
            <InstantField source="startedAt" />
          </Fact>
          <Fact source="note" wide />
          {inspection.contentSha256 && (
            <Fact source="contentSha256" wide>
              <Hash value={inspection.contentSha256} />
            </Fact>
          )}
        </Facts>
      </Section>
      {planMajor && planMinor && (
        <Section title="resources.inspections.section.plan">
          <PlanTable plans={{ major: planMajor, minor: planMinor }} />
        </Section>
      )}
    </>
  );
}
