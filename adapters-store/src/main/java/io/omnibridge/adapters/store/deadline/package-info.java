/**
 * Deadlines of calls to a store. A timer cuts the connection of a call that has run out of time, so that every call ends in
 * time, whatever the server or the network does.
 */
@NullMarked
package io.omnibridge.adapters.store.deadline;

import org.jspecify.annotations.NullMarked;
