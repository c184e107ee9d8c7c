import { InstantField } from '../fields/DayField.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { HouseShow, Section } from '../fields/HouseShow.tsx';
import { RecordHistory } from '../fields/RecordHistory.tsx';
import { ChoiceField } from '../fields/StatusChip.tsx';
import { ResetPassword } from './ResetPassword.tsx';

export function UserShow() {
  return (
    <HouseShow actions={<ResetPassword />}>
      <Section title="resources.users.section.profile">
        <Facts>
          <Fact source="name" />
          <Fact source="email" />
          {['role', 'scope', 'locale', 'twoFactorEnabled', 'banned'].map((source) => (
            <Fact key={source} source={source}>
              <ChoiceField source={source} />
            </Fact>
          ))}
          <Fact source="anchorName" />
          <Fact source="createdAt">
            <InstantField source="createdAt" />
          </Fact>
        </Facts>
      </Section>
      <RecordHistory entity="users" />
    </HouseShow>
  );
}
