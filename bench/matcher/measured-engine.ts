/** Holds the process of one engine and asks it questions, each within a time. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { EngineAnswers, EngineQuestions, EngineReply } from './engine-messages';

const PROCESS = path.resolve('bench-results/build/bench/matcher/engine-process.js');

/** The engine did not answer in time; its process is gone. */
export class TooSlow extends Error {}

/** One engine at work. */
export class MeasuredEngine {
  private readonly child: ChildProcess;

  constructor(readonly name: string) {
    this.child = fork(PROCESS, { execArgv: ['--max-old-space-size=8192'] });
  }

  /** Rejects with `TooSlow` after so many milliseconds, and when the process ends or answers with a fault. */
  ask<K extends keyof EngineQuestions>(
    what: K,
    question: EngineQuestions[K],
    withinMillis: number,
  ): Promise<EngineAnswers[K]> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.stop();
        reject(new TooSlow(`${this.name}: no answer within ${withinMillis / 1_000} s`));
      }, withinMillis);
      const gone = (code: number | null) => {
        clearTimeout(late);
        reject(new Error(`${this.name} ended with ${code === null ? 'a signal' : `code ${code}`}`));
      };
      this.child.once('exit', gone);
      this.child.once('message', (reply: EngineReply) => {
        clearTimeout(late);
        this.child.off('exit', gone);
        if ('answer' in reply) resolve(reply.answer as EngineAnswers[K]);
        else reject(new Error(`${this.name}: ${reply.fault}`));
      });
      this.child.send({ what, with: question });
    });
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}
