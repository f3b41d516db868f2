/** A table that can't be read; its message is a sentence for who sent it. */
export class UnreadableTable extends Error {}
