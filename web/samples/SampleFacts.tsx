import { useTranslate } from 'react-admin';
import { DayField } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Fen } from '../fields/FenField.tsx';
import { NamedLink } from '../fields/RowLink.tsx';
import { StageChip } from './StageChip.tsx';
import type { Sample } from './sample.ts';

/** What a sample is: whose, how many, until when. `isOwn`: as its anchor sees it. */
export function SampleFacts({ sample, isOwn }: { sample: Sample; isOwn?: boolean }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.samples.${key}`, options);
  return (
    <Facts>
      <Fact source="productName">
        {isOwn ? (
          sample.productName
        ) : (
          <NamedLink resource="products" id={sample.productId}>
            {sample.productName}
          </NamedLink>
        )}
      </Fact>
      <Fact source="brandName" />
      {!isOwn && (
        <Fact source="anchorName">
          {sample.anchorId === null ? (
            word('ofAgency')
          ) : (
            <NamedLink resource="anchors" id={sample.anchorId}>
              {sample.anchorName}
            </NamedLink>
          )}
        </Fact>
      )}
      {isOwn && (
        <Fact source="stage">
          <StageChip sample={sample} />
        </Fact>
      )}
      <Fact source="pieces">
        {word('piecesOf', { count: sample.pieces })}
        {sample.piecesReturned > 0 && ` · ${word('returnedOf', { count: sample.piecesReturned })}`}
      </Fact>
      <Fact source="isLoan">
        {sample.isLoan
          ? word(sample.extensionDays > 0 ? 'loanOfMore' : 'loanOf', {
              days: sample.loanDays,
              more: sample.extensionDays,
            })
          : word('given')}
      </Fact>
      <Fact source="receivedOn">
        <DayField source="receivedOn" />
      </Fact>
      <Fact source="dueOn">
        <DayField source="dueOn" />
      </Fact>
      <Fact source="trackingNo">
        {[sample.carrier, sample.trackingNo].filter(Boolean).join(' ') || translate('house.field.none')}
      </Fact>
      {!isOwn && (
        <Fact source="isValuable">
          {translate(`house.field.${sample.isValuable ? 'yes' : 'no'}`)}
          {sample.isValuable && sample.valueFen != null && (
            <>
              {' '}
              <Fen value={sample.valueFen} />
            </>
          )}
        </Fact>
      )}
      <Fact source="requestedOn">
        {[sample.requestedOn, sample.requestedByName].filter(Boolean).join(' · ')}
      </Fact>
      <Fact source="purpose" wide />
    </Facts>
  );
}
