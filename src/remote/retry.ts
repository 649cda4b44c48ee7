/** Requests that are sent again where that may help: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 is for the caller to mind. */
import type { HttpClient, RemoteRequest, RemoteResponse } from './http.js';
import { RemoteError } from './remote-error.js';

export interface RetryPolicy {
  /** How often a request is sent again. */
  readonly retries: number;
  /** Before the first; each one after that waits twice as long as the one before. */
  readonly firstSeconds: number;
  /** The longest of these waits. */
  readonly mostSeconds: number;
  /** A server that asks for a longer wait is not waited for. */
  readonly mostPatience: number;
}

export const usualPolicy: RetryPolicy = { retries: 6, firstSeconds: 1, mostSeconds: 60, mostPatience: 600 };

export interface Retry {
  /** From 1. */
  readonly attempt: number;
  readonly seconds: number;
  readonly reason: string;
}

export interface Retrying {
  readonly policy: RetryPolicy;
  /** Resolves after so many seconds, or at once where the signal comes. */
  readonly wait: (seconds: number, signal?: AbortSignal) => Promise<void>;
  /** Told before each wait. */
  readonly onRetry?: (retry: Retry) => void;
}

/** Timeout, too many requests, and what servers answer while they start, are full, or have failed. */
const passing = new Set([408, 429, 500, 502, 503, 504, 507, 509]);

export class RetryingClient {
  /** Requests that were sent, those sent again among them. */
  requests = 0;
  retries = 0;
  /** A server that has answered before is taken to come back; one that never did is not waited for. */
  hasAnswered = false;

  constructor(
    private readonly client: HttpClient,
    private readonly retrying: Retrying,
  ) {}

  /**
   * @param isFinal an answer that the same request would get again, whatever its status
   * @throws RemoteError
   */
  async send(
    request: RemoteRequest,
    isFinal: (response: RemoteResponse) => boolean = () => false,
  ): Promise<RemoteResponse> {
    const { policy, wait, onRetry } = this.retrying;
    for (let attempt = 1; ; attempt++) {
      const { response, error } = await this.attempt(request);
      const isLast = attempt > policy.retries;
      if (response && (isLast || !passing.has(response.status) || isFinal(response))) return response;
      if (error && (isLast || !this.mayPass(error))) throw error;
      const usual = Math.min(policy.mostSeconds, policy.firstSeconds * 2 ** (attempt - 1));
      const seconds = (response ? retryAfter(response) : null) ?? usual;
      if (response && seconds > policy.mostPatience) return response;
      const reason = error?.message ?? `The server answered ${response?.status}.`;
      this.retries++;
      onRetry?.({ attempt, seconds, reason });
      await wait(seconds, request.signal);
    }
  }

  private async attempt(request: RemoteRequest): Promise<{ response?: RemoteResponse; error?: RemoteError }> {
    this.requests++;
    try {
      const response = await this.client.send(request);
      this.hasAnswered = true;
      return { response };
    } catch (error) {
      if (error instanceof RemoteError) return { error };
      throw error;
    }
  }

  private mayPass({ failure }: RemoteError): boolean {
    return failure === 'reset' || (failure === 'unreachable' && this.hasAnswered);
  }
}

/** Seconds that a server asks to wait (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3); by its own clock, where it names a time. */
export function retryAfter({ headers }: Pick<RemoteResponse, 'headers'>): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}$/.test(value)) return Number(value);
  const seconds = (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
