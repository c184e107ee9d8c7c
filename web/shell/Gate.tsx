import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { onSessionEnd } from './http.ts';
import { Login } from './Login.tsx';
import { loginWords } from './login-words.ts';
import type { Me } from './me-context.ts';
import {
  type LoginProblem,
  loginProblem,
  rememberedLocale,
  rememberLocale,
  signOut,
  whoAmI,
} from './session.ts';

type Stage =
  | { at: 'asking' }
  | { at: 'door'; problem?: LoginProblem }
  | { at: 'desk'; me: Me; desk: ReactNode };

/** The desk (react-admin and all screens) is a chunk of its own, fetched while the user still types. */
const fetchDesk = () => import('./Desk.tsx');

/**
 * The first thing on the page: asks who is signed in, shows the login page or the desk. When a session ends
 * under an open desk the login comes up over it, and what was typed stays.
 */
export function Gate() {
  const [stage, setStage] = useState<Stage>({ at: 'asking' });
  const [expired, setExpired] = useState(false);
  const waiting = useRef<(() => void)[]>([]);

  const enter = useCallback(async () => {
    try {
      const me = await whoAmI();
      if (!me) return setStage({ at: 'door' });
      const { prepareDesk } = await fetchDesk();
      setStage({ at: 'desk', me, desk: await prepareDesk(me, leave) });
    } catch (error) {
      setStage({ at: 'door', problem: loginProblem(error, 'password') });
    }
  }, []);

  useEffect(() => {
    rememberLocale(rememberedLocale());
    void enter();
  }, [enter]);

  useEffect(() => {
    if (stage.at !== 'desk') return undefined;
    onSessionEnd(() => {
      setExpired(true);
      return new Promise<void>((resolve) => waiting.current.push(resolve));
    });
    return () => onSessionEnd(undefined);
  }, [stage.at]);

  const comeBack = async () => {
    const me = await whoAmI();
    if (stage.at !== 'desk' || !me || me.id !== stage.me.id) return location.reload();
    setExpired(false);
    for (const goOn of waiting.current.splice(0)) goOn();
  };

  if (stage.at === 'asking') return <Waiting />;
  if (stage.at === 'door') return <Login problem={stage.problem} onTyping={fetchDesk} onDone={enter} />;
  return (
    <>
      {stage.desk}
      {expired && (
        <TopLayer>
          <Login again email={stage.me.email} onDone={comeBack} />
        </TopLayer>
      )}
    </>
  );
}

/** Leaves nothing behind: the page itself is thrown away. */
async function leave(): Promise<void> {
  await signOut().catch(() => undefined);
  location.replace(`${location.pathname}#/`);
  location.reload();
}

function Waiting() {
  return (
    <div className="login-waiting" role="status">
      {loginWords[rememberedLocale()].loading}
    </div>
  );
}

/** The browser's own modal layer: above any dialog of the desk, which becomes inert and keeps what it holds. */
function TopLayer({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="login-over" onCancel={(event) => event.preventDefault()}>
      {children}
    </dialog>
  );
}
