/** What the mappers of one topic remember of an article while they read it, such as the releases that are stated. */
export interface Topic<T> {
  /** Makes an empty memory. */
  readonly begin: () => T;
}

/** The memories of one article: a mapper that needs another topic's asks for it by name. */
export class TopicMemory {
  private readonly memories = new Map<Topic<unknown>, unknown>();

  recall<T>(topic: Topic<T>): T {
    if (!this.memories.has(topic)) this.memories.set(topic, topic.begin());
    return this.memories.get(topic) as T;
  }
}
