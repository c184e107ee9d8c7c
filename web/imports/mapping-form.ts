import type { MappingProblems } from './build-mapping.ts';
import type { MappingDraft } from './mapping.ts';
import type { Preview } from './upload-file.ts';

/** What every part of the mapping screen is given. */
export interface MappingFormProps {
  preview: Preview;
  draft: MappingDraft;
  onChange: (draft: MappingDraft) => void;
  /** Shown once the user has tried to go on. */
  problems: MappingProblems;
}
