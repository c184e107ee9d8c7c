import { Box, Button } from '@mui/material';
import { Form, required, TextInput, useSetLocale, useTranslate } from 'react-admin';
import { ChoiceInput } from '../fields/ChoiceInput.tsx';
import { Fact, Facts } from '../fields/Facts.tsx';
import { Columns } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useMe } from '../shell/me-context.ts';

export function ProfileForm() {
  const me = useMe();
  const translate = useTranslate();
  const setLocale = useSetLocale();
  const { run, busy } = useVerb();
  const save = ({ name, locale }: Record<string, string>) =>
    run((provider) => provider.send('PUT', '/me', { name, locale }), {
      success: 'resources.me.saved',
      onDone: () => setLocale(locale!),
    });
  return (
    <Section title="resources.me.name">
      <Facts>
        <Fact source="email">{me.email}</Fact>
        <Fact source="role">{translate(`resources.users.values.role.${me.role}`)}</Fact>
      </Facts>
      <Form
        onSubmit={(values: Record<string, string>) => void save(values)}
        record={{ name: me.name, locale: me.locale }}
      >
        <Box sx={{ mt: 1 }} />
        <Columns>
          <TextInput source="name" validate={required()} />
          <ChoiceInput
            source="locale"
            choices={['zh', 'en']}
            words="resources.users.values.locale"
            validate={required()}
          />
        </Columns>
        <Button type="submit" variant="contained" disabled={busy}>
          {translate('house.action.save')}
        </Button>
      </Form>
    </Section>
  );
}
