import { Box } from '@mui/material';
import { ResourceContextProvider, Title, useTranslate } from 'react-admin';
import { ChangePassword } from './ChangePassword.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { SignIns } from './SignIns.tsx';

/** The signed-in user's own things: name and language, password, second factor, devices. */
export function MePage() {
  const translate = useTranslate();
  return (
    <ResourceContextProvider value="me">
      <Box sx={{ pt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 760 }}>
        <Title title={translate('resources.me.name')} />
        <ProfileForm />
        <ChangePassword />
        <SecondFactor />
        <SignIns />
      </Box>
    </ResourceContextProvider>
  );
}
