/** 100 batches are 50,000 mentions: what waits to be decided comes before what could still be read. */
export const maxBacklog = 100;
