package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.copy.CopyReport;
import io.omnibridge.adapters.store.copy.StoreCopy;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.CopyConfig;
import io.omnibridge.bootstrap.config.StoreKind;
import io.omnibridge.bootstrap.wiring.DurableStores;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies a whole vault to the other kind of durable store. */
@Command(
        name = "copy",
        description = {
            "Copy a whole vault to another kind of store, and compare both.",
            "Reads the settings of both stores, and ignores OMNIBRIDGE_STORE. After an interruption, run it again: it resumes.",
            "Stop all nodes before the last run. No node starts on the target until that run has succeeded."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:both stores are equal; with --ahead: everything was copied, and nothing compared",
            "1:they differ, or a store failed, which standard error says: run it again",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class StoreCopyCommand extends ConfiguredCommand {

    @Option(names = "--from", required = true, paramLabel = "STORE", description = "the source: postgres or redis")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            description = "the target: the other kind, either new or begun by an earlier run")
    private String to = "";

    @Option(
            names = "--ahead",
            description = "copy while nodes still write; a later run without this option completes the copy")
    private boolean ahead;

    StoreCopyCommand(VaultAccess access) {
        super(access);
    }

    @Override
    public Integer call() throws ConfigInvalid {
        StoreKind source = read("--from", from, StoreKind::durable);
        StoreKind target = read("--to", to, StoreKind::durable);
        if (source == target) {
            throw wrongUsage(
                    "--to must be another kind of store than --from: within one kind, the server's own tools copy");
        }
        CopyConfig config = CopyConfig.from(access.environment(), source, target);
        try (OpenVault vault = access.reading(config.source());
                DurableStore copy = DurableStores.open(config.target(), access.clock())) {
            StoreCopy storeCopy =
                    new StoreCopy(vault.store(), copy, vault.chain(), new CopyProgressLines(err(), access.clock()));
            CopyReport report = ahead ? storeCopy.ahead() : storeCopy.run();
            return new CopySummary(source.word(), target.word(), out(), err()).print(report);
        }
    }
}
