import { AnswerDialog } from './AnswerDialog.tsx';
import type { CaseRecord, CaseVerb } from './case.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { FileDialog } from './FileDialog.tsx';
import { HoldDialog } from './HoldDialog.tsx';
import { LetterDialog } from './LetterDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { RemedyDialog } from './RemedyDialog.tsx';
import { WordDialog } from './WordDialog.tsx';

/** What a step of the case asks for. */
export function VerbDialog(props: { one: CaseRecord; verb: CaseVerb; onClose: () => void }) {
  const { verb, ...rest } = props;
  switch (verb) {
    case 'addEvidence':
      return <EvidenceDialog {...rest} />;
    case 'addFile':
      return <FileDialog {...rest} />;
    case 'notifyBrand':
      return <LetterDialog {...rest} />;
    case 'recordAnswer':
      return <AnswerDialog {...rest} />;
    case 'decide':
      return <DecideDialog {...rest} />;
    case 'hold':
      return <HoldDialog {...rest} />;
    case 'release':
      return <MoveDialog move="release" {...rest} />;
    case 'clawBack':
      return <MoveDialog move="clawback" {...rest} />;
    case 'planRemedy':
      return <RemedyDialog {...rest} />;
    case 'recordSilence':
    case 'startRemedies':
    case 'close':
    case 'liftStopSale':
      return <WordDialog verb={verb} {...rest} />;
  }
}
