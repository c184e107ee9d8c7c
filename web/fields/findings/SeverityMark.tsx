import BlockIcon from '@mui/icons-material/DoNotDisturbOn';
import LowIcon from '@mui/icons-material/InfoOutlined';
import HighIcon from '@mui/icons-material/ReportProblem';
import MediumIcon from '@mui/icons-material/ReportProblemOutlined';
import { alpha, Box, type Theme } from '@mui/material';
import { useTranslate } from 'react-admin';
import { SEVERITIES, type Severity } from './finding.ts';

const ICONS = { block: BlockIcon, high: HighIcon, medium: MediumIcon, low: LowIcon };

export const severityColour = (theme: Theme, severity: Severity): string =>
  ({
    block: theme.palette.error.main,
    high: theme.palette.secondary.main,
    medium: theme.palette.warning.main,
    low: theme.palette.info.main,
  })[severity];

/** The line below a highlighted sentence tells its weight to who sees no colour: double, thick, dashed, dotted. */
const LINES: Record<Severity, string> = {
  block: '4px double',
  high: '3px solid',
  medium: '2px dashed',
  low: '2px dotted',
};

/** How a highlighted run looks, for `sx` of the element that holds the text: `mark[data-severity]`. */
export function highlightStyle(theme: Theme) {
  const [strength, ofSelected] = theme.palette.mode === 'dark' ? [0.22, 0.4] : [0.14, 0.32];
  return Object.fromEntries(
    SEVERITIES.map((severity) => {
      const colour = severityColour(theme, severity);
      return [
        `& mark[data-severity="${severity}"]`,
        {
          color: 'inherit',
          backgroundColor: alpha(colour, strength),
          borderBottom: `${LINES[severity]} ${colour}`,
          cursor: 'pointer',
          '&[data-settled="true"]': {
            backgroundColor: 'transparent',
            borderBottomStyle: 'dotted',
            opacity: 0.75,
          },
          '&[data-selected="true"]': { backgroundColor: alpha(colour, ofSelected) },
        },
      ];
    }),
  );
}

/** Icon and word of a weight. */
export function SeverityMark({ severity, count }: { severity: Severity; count?: number }) {
  const translate = useTranslate();
  const Icon = ICONS[severity];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        whiteSpace: 'nowrap',
        fontWeight: 650,
        color: (theme) => severityColour(theme, severity),
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      <Icon sx={{ fontSize: 18 }} aria-hidden />
      {translate(`resources.findings.severity.${severity}`)}
      {count !== undefined && <span>{count}</span>}
    </Box>
  );
}
