import { describe, expect, it } from 'vitest';
import {
  displayStageOf,
  type Stage,
  type Step,
  type WorkflowFacts,
  whyNotStep,
} from './contract-workflow.ts';

const facts = (more: Partial<WorkflowFacts> = {}): WorkflowFacts => ({
  status: 'draft',
  stage: 'draft',
  contractStatus: 'draft',
  clauses: 3,
  findings: [],
  uploaderIds: ['operator'],
  anchorAge: 25,
  guardianConsent: 'none',
  openChangeRequests: [],
  accepted: { anchor: false, agency: false },
  ...more,
});
const codeOf = (step: Step, more: Partial<WorkflowFacts> = {}, actor = 'compliance') =>
  whyNotStep(step, facts(more), actor)?.code;
const finding = (more: object = {}) => ({
  id: 7,
  severity: 'high' as const,
  state: 'open' as const,
  toConfirm: false,
  ...more,
});

describe('a version on its way', () => {
  const FROM: Record<Step, Stage[]> = {
    edit: ['draft'],
    read: ['draft', 'review'],
    submit: ['draft'],
    return: ['review'],
    send: ['review'],
    remark: ['sent'],
    accept: ['sent'],
    'record-paper': ['sent'],
    acknowledge: ['accepted'],
    withdraw: ['sent', 'accepted'],
    activate: ['accepted'],
  };
  const STAGES: Stage[] = ['draft', 'review', 'sent', 'accepted', 'withdrawn'];

  it.each(Object.keys(FROM) as Step[])('takes the step %s from its stages and from no other', (step) => {
    const accepted = { anchor: true, agency: step === 'activate' };
    const free = STAGES.filter((stage) => codeOf(step, { stage, accepted }) === undefined);
    expect(free).toEqual(FROM[step]);
  });

  it('takes no step any more once it is in force', () => {
    for (const step of Object.keys(FROM) as Step[])
      expect(codeOf(step, { status: 'active', stage: 'accepted' })).toBe('not_a_draft');
  });

  it('is called by its stage on the way and by its status in force', () => {
    expect(displayStageOf(facts({ stage: 'sent' }))).toBe('sent');
    expect(displayStageOf(facts({ status: 'ended', stage: 'accepted' }))).toBe('ended');
  });

  it('is submitted with clauses, of a contract that has not ended', () => {
    expect(codeOf('submit', { clauses: 0 })).toBe('no_clause');
    expect(codeOf('submit', { contractStatus: 'ended' })).toBe('contract_ended');
  });
});

describe('sending', () => {
  const send = (more: Partial<WorkflowFacts> = {}, actor = 'compliance') =>
    codeOf('send', { stage: 'review', ...more }, actor);

  it('waits for what blocks, then for what is high, then for what nobody looked at', () => {
    const all = [
      finding({ severity: 'low', toConfirm: true }),
      finding(),
      finding({ id: 8, severity: 'block' }),
    ];
    expect(whyNotStep('send', facts({ stage: 'review', findings: all }), 'compliance')).toMatchObject({
      code: 'findings_block',
      details: { findings: [8] },
    });
    expect(send({ findings: all.slice(0, 2) })).toBe('findings_need_waiver');
    expect(send({ findings: all.slice(0, 1) })).toBe('findings_to_confirm');
    expect(send({ findings: undefined })).toBe('not_reviewed');
  });

  it('lets pass what was waived or dismissed, and what is medium or low', () => {
    const findings = [
      finding({ state: 'waived' }),
      finding({ severity: 'block', state: 'dismissed' }),
      finding({ severity: 'medium' }),
    ];
    expect(send({ findings })).toBeUndefined();
  });

  it('is another person’s than the uploader’s', () => {
    expect(send({}, 'operator')).toBe('own_upload');
  });

  it.each([
    [15, 'confirmed', 'under_16'],
    [16, 'none', 'guardian_consent_missing'],
    [17, 'recorded', 'guardian_consent_unconfirmed'],
    [17, 'confirmed', undefined],
    [18, 'none', undefined],
    [null, 'none', undefined],
  ] as const)('of an anchor aged %s with a consent that is %s: %s', (anchorAge, guardianConsent, code) => {
    expect(send({ anchorAge, guardianConsent })).toBe(code);
    expect(codeOf('accept', { stage: 'sent', anchorAge, guardianConsent })).toBe(code);
  });
});

describe('agreeing', () => {
  it('waits for the answer to what the anchor asked to change', () => {
    expect(
      whyNotStep('accept', facts({ stage: 'sent', openChangeRequests: ['第三条', null] }), 'anchor'),
    ).toMatchObject({
      code: 'open_change_requests',
      details: { clauses: ['第三条', null] },
    });
  });

  it('is the anchor’s first, then the agency’s once, then it may come into force', () => {
    expect(codeOf('acknowledge', { stage: 'sent' })).toBe('not_accepted_by_anchor');
    const accepted = { stage: 'accepted' as const, accepted: { anchor: true, agency: true } };
    expect(codeOf('acknowledge', accepted)).toBe('already_acknowledged');
    expect(codeOf('activate', { stage: 'accepted' })).toBe('not_accepted_by_agency');
    expect(codeOf('activate', accepted)).toBeUndefined();
    expect(codeOf('activate', { ...accepted, findings: [finding({ severity: 'block' })] })).toBe(
      'findings_block',
    );
  });
});
