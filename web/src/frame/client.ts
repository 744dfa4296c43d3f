// The one way to the server: an operation by its name, with what the server's own description says of input and answer.
import type { components, operations, paths } from "../generated/api";

export type OperationName = keyof operations;
type JsonOf<T> = T extends { content: { "application/json": infer Content } } ? Content : never;
type AnswersOf<T> = T extends { responses: { 200: infer Answers } } ? Answers : never;
type PartsOf<T> = T extends { responses: { 206: infer Part } } ? Part : never;
export type Input<N extends OperationName> = JsonOf<operations[N]["requestBody"]>;
export type Answer<N extends OperationName> = JsonOf<AnswersOf<operations[N]>>;
/** Of a job, what it hands over before the rest is ready. */
export type Part<N extends OperationName> = JsonOf<PartsOf<operations[N]>>;
export type ProblemDocument = components["schemas"]["Problem"];
export type Who = paths["/api/session"]["get"]["responses"]["200"]["content"]["application/json"];
export type JobState = paths["/api/jobs/{id}"]["get"]["responses"]["200"]["content"]["application/json"];

/** What the server refused, in the words it has for a person. */
export class Problem extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.detail || document.title);
  }
  get code() {
    return this.document.code;
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {}

/** The person closed the dialog in which the server wanted to know who they are. */
export class GaveUp extends Error {}

/** What the frame does when the server wants to know (again) who sits there; each resolves when that is known. */
export interface Doorkeeper {
  signInAgain(): Promise<void>;
  stepUp(): Promise<void>;
}

let doorkeeper: Doorkeeper | undefined;
let csrf: string | undefined;

export function setDoorkeeper(keeper: Doorkeeper | undefined) {
  doorkeeper = keeper;
}

export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (csrf && init.method && init.method !== "GET") headers.set("X-CSRF-Token", csrf);
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers });
  } catch (failure) {
    if (init.signal?.aborted) throw failure;
    throw new Unreachable();
  }
  if (response.ok) return response;
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<Error> {
  if (!response.headers.get("Content-Type")?.startsWith("application/problem+json")) return new Unreachable();
  return new Problem((await response.json()) as ProblemDocument);
}

/** The errors of a page whose session has gone. */
const NOBODY_THERE = new Set(["not_signed_in", "session_over"]);

/** Asks; where the server first wants to know who sits there, asks them and asks again. */
export async function requestAsKnown(path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await request(path, init);
  } catch (failure) {
    if (!(failure instanceof Problem) || !doorkeeper) throw failure;
    if (NOBODY_THERE.has(failure.code)) await doorkeeper.signInAgain();
    else if (failure.code === "step_up_needed") await doorkeeper.stepUp();
    else if (failure.code === "csrf_wrong") await whoIsHere();
    else throw failure;
    return request(path, init);
  }
}

/** Asks for what has no answer to speak of. */
export async function tell(path: string, init: RequestInit): Promise<void> {
  await (await request(path, init)).arrayBuffer();
}

export function json(body: unknown, method = "POST"): RequestInit {
  return { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

/** Who is here; remembers the token that goes with each change. */
export async function whoIsHere(): Promise<Who | undefined> {
  try {
    const who = (await (await request("/api/session")).json()) as Who;
    csrf = who.csrf;
    return who;
  } catch (failure) {
    if (failure instanceof Problem && failure.document.status === 401) return undefined;
    throw failure;
  }
}

function address(name: OperationName) {
  return `/api/${name.replace(".", "/")}`;
}

export interface Asking<P = unknown> {
  signal?: AbortSignal;
  /** Hears of a job how far it is; the answer comes when it is done. */
  onJob?: (job: JobState) => void;
  /** Hears of each part that is ready before the rest, once. */
  onPart?: (part: P) => void;
}

export async function ask<N extends OperationName>(name: N, input: Input<N>, asking: Asking<Part<N>> = {}): Promise<Answer<N>> {
  const response = await requestAsKnown(address(name), { ...json(input), signal: asking.signal });
  if (response.status !== 202) return (await response.json()) as Answer<N>;
  const { job } = (await response.json()) as { job: string };
  const onJob = (state: JobState) => {
    if (isOver(state)) hearOfEnd(job); // whoever asked tells of it
    asking.onJob?.(state);
  };
  return (await followJob<Part<N>>(job, { ...asking, onJob })) as Answer<N>;
}

export function isOver({ state }: { state: JobState["state"] }) {
  return state !== "waiting" && state !== "running";
}

let hearOfEnd: (job: string) => void = () => undefined;

/** Who is to know of each job that ended under the eyes of the page that asked for it. */
export function setJobListener(listener: (job: string) => void) {
  hearOfEnd = listener;
}

/** Follows a job to its end, also through a connection that drops. */
export function followJob<P>(job: string, { signal, onJob, onPart }: Asking<P> = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/jobs/${job}/events`);
    const leave = () => events.close();
    signal?.addEventListener("abort", () => {
      leave();
      reject(signal.reason);
    });
    events.addEventListener("progress", (event) => onJob?.(JSON.parse((event as MessageEvent<string>).data) as JobState));
    let parts = 0; // that were heard of: a connection that begins anew tells them all again
    events.addEventListener("part", (event) => {
      const { number, part } = JSON.parse((event as MessageEvent<string>).data) as { number: number; part: P };
      if (number < parts) return;
      parts = number + 1;
      onPart?.(part);
    });
    events.addEventListener("end", (event) => {
      leave();
      const state = JSON.parse((event as MessageEvent<string>).data) as JobState;
      onJob?.(state);
      if (state.state === "done") resolve(state.answer);
      else if (state.problem) reject(new Problem(state.problem as ProblemDocument));
      else reject(new GaveUp());
    });
    events.addEventListener("error", () => {
      if (events.readyState !== EventSource.CLOSED) return;
      leave();
      reject(new Unreachable());
    });
  });
}

/** What this person asked for in the last week, newest first: also from another page, or another browser. */
export async function jobsOfMine(): Promise<JobState[]> {
  return ((await (await request("/api/jobs")).json()) as { jobs: JobState[] }).jobs;
}

export async function stopJob(job: string) {
  await (await requestAsKnown(`/api/jobs/${job}`, { method: "DELETE" })).arrayBuffer();
}
