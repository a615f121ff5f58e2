/**
 * Deadlines of calls to a store. A timer cuts the connection of a call that has run out of time, so that every call ends in
 * time even if the server or the network is stuck.
 */
@NullMarked
package io.omnibridge.adapters.store.deadline;

import org.jspecify.annotations.NullMarked;
