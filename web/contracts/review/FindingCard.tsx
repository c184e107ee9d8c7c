import { Box, ButtonBase, Collapse } from '@mui/material';
import type { ReactNode } from 'react';
import { FindingBody } from '../../fields/findings/FindingBody.tsx';
import { FindingHead } from '../../fields/findings/FindingHead.tsx';
import type { Finding } from '../../fields/findings/finding.ts';
import { severityColour } from '../../fields/findings/SeverityMark.tsx';

/** The id of a finding's card in the list; its button takes the keyboard's focus. */
export const cardId = (findingId: number): string => `finding-card-${findingId}`;

interface FindingCardProps {
  finding: Finding;
  isOpen: boolean;
  onToggle: () => void;
  /** On a phone the clause stands above already. */
  withClause?: boolean;
  figures?: ReactNode;
  actions: ReactNode;
}

/** A finding as a card that unfolds. */
export function FindingCard({ finding, isOpen, onToggle, withClause, figures, actions }: FindingCardProps) {
  return (
    <Box
      component="li"
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        borderLeft: 4,
        borderLeftColor: (theme) =>
          finding.state === 'open' ? severityColour(theme, finding.severity) : theme.palette.divider,
        backgroundColor: isOpen ? 'action.hover' : undefined,
      }}
    >
      <ButtonBase
        id={cardId(finding.id)}
        onClick={onToggle}
        aria-expanded={isOpen}
        sx={{ display: 'block', width: '100%', px: 1.5, py: 1, font: 'inherit' }}
      >
        <FindingHead finding={finding} withClause={withClause} />
      </ButtonBase>
      <Collapse in={isOpen} mountOnEnter unmountOnExit timeout={0}>
        <Box sx={{ px: 1.5, pb: 1.5, display: 'grid', gap: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <FindingBody finding={finding} figures={figures} />
          {actions}
        </Box>
      </Collapse>
    </Box>
  );
}
