import { Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, maxLength, minLength, PasswordInput, required, useTranslate } from 'react-admin';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../../api/domain/password.ts';
import { Columns } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { useVerb } from '../fields/use-verb.ts';

const word = (key: string) => `resources.me.password.${key}`;

/** The own password; every other device is signed out with the change. */
export function ChangePassword() {
  const translate = useTranslate();
  const queries = useQueryClient();
  const { run, busy } = useVerb();
  // A new form when it worked: the passwords do not stay on the screen.
  const [times, setTimes] = useState(0);
  const save = ({ currentPassword, newPassword }: Record<string, string>) =>
    run((provider) => provider.send('POST', '/auth/change-password', { currentPassword, newPassword }), {
      success: word('done'),
      onDone: () => {
        setTimes((before) => before + 1);
        void queries.invalidateQueries({ queryKey: ['sessions'] });
      },
    });
  const tooShort = translate(word('short'), { min: PASSWORD_MIN_LENGTH });
  const isSame = (again: string | undefined, values: Record<string, string>) =>
    again === values.newPassword ? undefined : translate(word('differs'));
  return (
    <Section title={word('title')}>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate(word('help'))}
      </Typography>
      <Form key={times} record={{}} onSubmit={(values: Record<string, string>) => void save(values)}>
        <Columns>
          <PasswordInput
            source="currentPassword"
            label={word('current')}
            validate={required()}
            autoComplete="current-password"
          />
          <PasswordInput
            source="newPassword"
            label={word('new')}
            validate={[required(), minLength(PASSWORD_MIN_LENGTH, tooShort), maxLength(PASSWORD_MAX_LENGTH)]}
            helperText={tooShort}
            autoComplete="new-password"
          />
          <PasswordInput
            source="again"
            label={word('again')}
            validate={[required(), isSame]}
            autoComplete="new-password"
          />
        </Columns>
        <Box>
          <Button type="submit" variant="outlined" disabled={busy}>
            {translate(word('save'))}
          </Button>
        </Box>
      </Form>
    </Section>
  );
}
