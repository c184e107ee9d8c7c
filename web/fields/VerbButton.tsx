import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import type { Reason } from '../../api/domain/error.ts';
import type { HouseProvider } from '../shell/data-provider.ts';
import { useWhyNot } from '../shell/me-context.ts';
import { ReasonButton, type ReasonButtonProps } from './ReasonButton.tsx';
import { useVerb, type VerbOptions } from './use-verb.ts';

export interface VerbButtonProps<T>
  extends Omit<ReasonButtonProps, 'reason' | 'onClick' | 'action'>,
    VerbOptions<T> {
  /** Action of the policy table: refused, the button stays and says why. */
  action: string;
  /** Why the record's state refuses it; asked after the policy. */
  reason?: Reason | string;
  /** Title and text of the question asked first; already translated. */
  ask?: { title: string; text: string };
  work: (provider: HouseProvider) => Promise<T>;
}

/** One verb, one POST: greyed with its reason, asking first where it cannot be taken back. */
export function VerbButton<T>({ action, reason, ask, work, success, onDone, ...props }: VerbButtonProps<T>) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const [asking, setAsking] = useState(false);
  const go = async () => {
    await run(work, { success, onDone });
    setAsking(false);
  };
  return (
    <>
      <ReasonButton
        {...props}
        reason={whyNot(action) ?? reason}
        busy={busy}
        onClick={() => (ask ? setAsking(true) : void go())}
      />
      {ask && (
        <Confirm
          isOpen={asking}
          loading={busy}
          title={ask.title}
          content={ask.text}
          confirm={translate('house.action.confirm')}
          cancel={translate('house.action.cancel')}
          onConfirm={() => void go()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
