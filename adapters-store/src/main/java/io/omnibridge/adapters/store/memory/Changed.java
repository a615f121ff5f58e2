package io.omnibridge.adapters.store.memory;

/**
 * What a step makes of a user's holdings, and what it answers.
 *
 * @param data the same ones if it changes nothing
 */
record Changed<T>(UserData data, T answer) {}
