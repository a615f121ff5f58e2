/**
 * Deadlines of calls to a store. A timer cuts the connection of a call that has run out of time, so that every call ends in
 * time even if the server or the network is stuck. The writes of one user take turns, so that they leave connections to other users.
 */
@NullMarked
package io.omnibridge.adapters.store.deadline;

import org.jspecify.annotations.NullMarked;
