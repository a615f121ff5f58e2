package io.omnibridge.bootstrap.wiring;

import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.SourceConnectors;
import io.omnibridge.application.use.UseEvents;
import java.util.concurrent.Executor;

/**
 * What {@link DataWiring} gets from the other wiring.
 *
 * @param refreshThreads run the refreshes that callers wait for
 * @param readThreads make the reads of searches and items
 */
public record DataPorts(
        ProviderApis apis,
        SourceConnectors connectors,
        UseEvents events,
        Executor refreshThreads,
        Executor readThreads) {}
