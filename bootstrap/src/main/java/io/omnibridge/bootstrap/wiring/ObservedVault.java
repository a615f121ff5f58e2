package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.observation.LapsedAttempts;

/** The ports to the vault that report to metrics and log, and the attempts whose end no port sees. */
record ObservedVault(VaultPorts ports, LapsedAttempts lapsed) {}
