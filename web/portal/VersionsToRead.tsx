import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Section } from '../fields/HouseShow.tsx';
import { StatusChip, type Tone } from '../fields/StatusChip.tsx';
import type { OwnContract } from './own-share.ts';

const TONES: Record<string, Tone> = { sent: 'wait', accepted: 'good', active: 'good' };

/** Every version the anchor was sent, the one to read first with its call. */
export function VersionsToRead({ contract }: { contract: OwnContract }) {
  const translate = useTranslate();
  const versions = [...(contract.versions ?? [])].sort((a, b) => b.versionNo - a.versionNo);
  const toRead = versions.find(({ displayStage }) => displayStage === 'sent');
  const placeOf = (versionId: number) => `/contracts/${contract.id}/versions/${versionId}`;
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.portal.versions.${key}`, options);
  if (versions.length === 0) return null;
  return (
    <>
      {toRead && (
        <Alert severity="info">
          {word('sent', { no: toRead.versionNo })}
          <Box sx={{ mt: 1 }}>
            <Button component={Link} to={`${placeOf(toRead.id)}/read`} variant="contained" size="medium">
              {word('read')}
            </Button>
          </Box>
        </Alert>
      )}
      <Section title="resources.portal.versions.title" flush>
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {versions.map(({ id, versionNo, displayStage }) => (
            <Box
              component="li"
              key={id}
              sx={{
                display: 'flex',
                flexWrap: 'wrap',
                alignItems: 'center',
                columnGap: 1.5,
                px: 2,
                py: 0.75,
                borderTop: 1,
                borderColor: 'divider',
              }}
            >
              <Box sx={{ fontWeight: 600 }}>
                {translate('resources.contracts.version', { no: versionNo })}
              </Box>
              <StatusChip
                value={displayStage}
                source="stage"
                resource="contracts"
                tone={TONES[displayStage] ?? 'off'}
              />
              <Box sx={{ flex: 1 }} />
              <Button component={Link} to={`${placeOf(id)}/read`}>
                {word('read')}
              </Button>
              {['accepted', 'active', 'ended'].includes(displayStage) && (
                <Button component={Link} to={`${placeOf(id)}/accept`}>
                  {word('seeAccepted')}
                </Button>
              )}
            </Box>
          ))}
        </Box>
      </Section>
    </>
  );
}
