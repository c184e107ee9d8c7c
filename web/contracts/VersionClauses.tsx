import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { clauseMark, type Version } from './version.ts';

/** A document's text can be long: its first clauses are in sight, the rest a press away. */
const IN_SIGHT = 6;

/** What the version says, clause by clause. */
export function VersionClauses({ version }: { version: Version }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const isTyped = version.documentId === null;
  const clauses = isTyped || open ? version.clauses : version.clauses.slice(0, IN_SIGHT);
  return (
    <Section title="resources.contracts.section.clauses">
      {version.clauses.length === 0 && <EmptyState dense text={translate('resources.contracts.noClauses')} />}
      {clauses.map((clause) => (
        <Box
          key={clause.clauseNo}
          id={`clause-${version.id}-${clause.clauseNo}`}
          sx={{ mb: isTyped ? 2 : 1, '&:last-child': { mb: 0 } }}
        >
          {/* A document prints its own numbers and headings. */}
          {isTyped && (
            <Typography component="h3" sx={{ fontWeight: 650 }}>
              {clauseMark(clause.clauseNo)} {clause.heading}
            </Typography>
          )}
          <Typography
            sx={{
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
              maxWidth: '48em',
            }}
          >
            {clause.body}
          </Typography>
        </Box>
      ))}
      {clauses.length < version.clauses.length && (
        <Button onClick={() => setOpen(true)}>
          {translate('resources.contracts.allClauses', { count: version.clauses.length })}
        </Button>
      )}
    </Section>
  );
}
