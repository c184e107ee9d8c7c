import { Step, StepLabel, Stepper } from '@mui/material';
import { useTranslate } from 'react-admin';

export const STEPS = ['choose', 'preview', 'mapping', 'run', 'result'] as const;
export type ImportStep = (typeof STEPS)[number];

/** Where the user is on the way from a file to its orders; the mapping is only a step of files no profile knows. */
export function ImportSteps({ at, withMapping }: { at: ImportStep; withMapping: boolean }) {
  const translate = useTranslate();
  const steps = STEPS.filter((step) => step !== 'mapping' || withMapping);
  return (
    <Stepper activeStep={steps.indexOf(at)} alternativeLabel sx={{ my: 1 }}>
      {steps.map((step) => (
        <Step key={step}>
          <StepLabel aria-current={step === at ? 'step' : undefined}>
            {translate(`resources.imports.step.${step}`)}
          </StepLabel>
        </Step>
      ))}
    </Stepper>
  );
}
