import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { chinaTime } from '../fields/day.ts';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { imageUrl } from '../photos/photo.ts';
import { useWhyNot } from '../shell/me-context.ts';
import { CustodyDialog } from './CustodyDialog.tsx';
import type { Inspection } from './inspection.ts';

/** Whose hands the goods were in, from the shop to the table; only ever added to. */
export function Custody({ inspection }: { inspection: Inspection }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const [isAdding, setAdding] = useState(false);
  const steps = inspection.custody ?? [];
  const word = (key: string) => translate(`resources.inspections.custody.${key}`);
  return (
    <Section
      title="resources.inspections.section.custody"
      actions={
        inspection.status === 'open' && (
          <ReasonButton
            variant="outlined"
            reason={whyNot('inspections.record')}
            onClick={() => setAdding(true)}
          >
            {word('add')}
          </ReasonButton>
        )
      }
    >
      {steps.length === 0 && (
        <EmptyState dense text={word(inspection.kind === 'mystery' ? 'noneMystery' : 'none')} />
      )}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {steps.map((step) => (
          <Box
            component="li"
            key={step.id}
            sx={{
              py: 1,
              display: 'flex',
              gap: 1.5,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <Typography sx={{ fontWeight: 600 }}>
                {word(`step.${step.step}`)} · {step.holder}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {[chinaTime(step.at), step.place].filter(Boolean).join(' · ')}
              </Typography>
              {step.note && <Typography>{step.note}</Typography>}
            </Box>
            {step.photoId !== null && (
              <Button
                component="a"
                href={imageUrl(step.photoId)}
                target="_blank"
                rel="noreferrer"
                sx={{ p: 0 }}
              >
                <Box
                  component="img"
                  src={imageUrl(step.photoId, 'thumb')}
                  alt={word('photo')}
                  sx={{ width: 56, height: 56, objectFit: 'cover', borderRadius: 1 }}
                />
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {isAdding && <CustodyDialog inspection={inspection} onClose={() => setAdding(false)} />}
    </Section>
  );
}
