package io.omnibridge.application.port;

import io.omnibridge.domain.revocation.Obligation;
import java.util.Comparator;
import java.util.List;

/** What a test of attempts and of obligations provides. */
public interface VaultContract extends SweepContract {

    /** The attempts to connect accounts of {@link #store()}. */
    ConnectAttempts attempts();

    /** The obligations to give back grants of accounts of {@link #store()}. */
    Obligations obligations();

    /** Every obligation that a whole sweep meets, each once, by id. */
    default List<Obligation> sweptObligations(int limit) {
        return SweepContract.sweep(sweep()::obligations, limit).stream()
                .distinct()
                .sorted(Comparator.comparing(obligation -> obligation.id().value()))
                .toList();
    }
}
