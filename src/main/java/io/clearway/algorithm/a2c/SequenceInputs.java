package io.clearway.algorithm.a2c;

/**
 * What enters the networks over consecutive steps of some episodes side by side. Rows are steps, within them episodes.
 *
 * @param steps how many
 * @param episodes how many
 * @param observations s_i [agents][steps · episodes][observation]
 * @param policies what is told of π_{i,t−1} [agents][steps · episodes][code]
 * @param gates 1 where an agent's message comes through [steps][agents · episodes]
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record SequenceInputs(int steps, int episodes, float[] observations, float[] policies, float[][] gates) {}
