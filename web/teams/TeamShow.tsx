import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';

export function TeamShow() {
  return (
    <HouseShow>
      <Section title="resources.teams.section.profile">
        <Facts>
          <Fact source="name" />
          <Fact source="members" />
          <Fact source="anchors" />
        </Facts>
      </Section>
      <RecordHistory entity="teams" />
    </HouseShow>
  );
}
