/** Fixtures for tests of key sets: keys, a server that publishes them, and a clock that tests advance. */
package io.omnibridge.adapters.support.testing;
