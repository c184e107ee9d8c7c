import { useRecordContext } from 'react-admin';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { Waiting } from '../fields/Waiting.tsx';
import { NextStep } from './NextStep.tsx';
import { SampleFacts } from './SampleFacts.tsx';
import { SampleSteps } from './SampleSteps.tsx';
import { SealSection } from './SealSection.tsx';
import type { Sample } from './sample.ts';

/** One sample: what it is, the step that comes next, its seal, and its life so far. */
export function SampleShow() {
  return (
    <HouseShow editAction={null}>
      <Body />
    </HouseShow>
  );
}

function Body() {
  const sample = useRecordContext<Sample>();
  // Coming from a list, its row stands in until the whole record is here.
  if (!sample?.steps) return <Waiting />;
  return (
    <>
      <NextStep sample={sample} />
      <Section>
        <SampleFacts sample={sample} />
      </Section>
      {sample.sealState !== 'none' && <SealSection sample={sample} />}
      <Section title="resources.samples.section.life">
        <SampleSteps steps={sample.steps} />
      </Section>
    </>
  );
}
