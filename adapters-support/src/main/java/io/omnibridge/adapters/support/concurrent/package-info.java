/** Threads for background work. They never keep a process from ending. */
@NullMarked
package io.omnibridge.adapters.support.concurrent;

import org.jspecify.annotations.NullMarked;
