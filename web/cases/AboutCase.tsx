import { Typography } from '@mui/material';
import { Instant } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Fen, Muted } from '../fields/FenField.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { ChoiceField } from '../fields/StatusChip.tsx';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';
import type { CaseRecord } from './case.ts';

export function AboutCase({ one }: { one: CaseRecord }) {
  const word = useWord('resources.cases');
  const { can } = useMe();
  return (
    <Section title="resources.cases.section.about">
      <Typography sx={{ fontWeight: 650 }}>{one.title}</Typography>
      <Typography sx={{ mb: 2, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{one.reason}</Typography>
      <Facts>
        <Fact source="productName">
          <NamedLink resource="products" id={one.productId}>
            {one.productName}
          </NamedLink>
        </Fact>
        <Fact source="brandName">
          {one.brandId === null ? (
            <Muted text="—" />
          ) : (
            <NamedLink resource="supplier-scores" id={one.brandId}>
              {one.brandName}
            </NamedLink>
          )}
        </Fact>
        <Fact source="batch" />
        <Fact source="origin">
          <ChoiceField source="origin" />
          <br />
          {one.inspectionId !== null && can.includes('inspections.show') && (
            <NamedLink resource="inspections" id={one.inspectionId}>
              {word('about.inspection')}
            </NamedLink>
          )}
        </Fact>
        <Fact source="upheldDifferences">{word('about.upheld', { count: one.upheldDifferences })}</Fact>
        <Fact source="heldFen">
          <Fen value={one.heldFen} strong /> {one.isHolding && <Muted text={word('about.holding')} />}
        </Fact>
        <Fact source="releasedFen">
          <Fen value={one.releasedFen} />
        </Fact>
        <Fact source="clawedBackFen">
          <Fen value={one.clawedBackFen} />
        </Fact>
        <Fact source="openedByName" />
        <Fact source="openedAt">
          <Instant at={one.openedAt} />
        </Fact>
        <Fact source="keepUntil">{one.keepUntil ?? <Muted text={word('about.keep')} />}</Fact>
      </Facts>
    </Section>
  );
}
