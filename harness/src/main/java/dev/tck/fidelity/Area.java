package dev.tck.fidelity;

/**
 * Counts of one case.
 *
 * @param total is the number of exchanges
 * @param reproduced is how many of them came again
 * @param blocks is the number of recorded result blocks
 * @param blocksReproduced is how many of them came again
 */
public record Area(int total, int reproduced, int blocks, int blocksReproduced) {}
