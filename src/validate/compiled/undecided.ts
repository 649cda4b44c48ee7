/** Thrown where a compiled check cannot tell, and caught where the check was asked: the engine decides then. */
export class Undecided extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Undecided';
  }
}
