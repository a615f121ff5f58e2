package io.omnibridge.bootstrap.command;

import io.omnibridge.adapters.store.copy.CopyReport;
import io.omnibridge.adapters.store.copy.StoreCopy;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.CopyConfig;
import io.omnibridge.bootstrap.config.StoreKind;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.StoreWiring;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Copies a whole vault to another kind of store. */
@Command(
        name = "copy",
        description = {
            "Copy a whole vault into another kind of store, and compare both.",
            "The settings of both stores are read; OMNIBRIDGE_STORE is not. Interrupted, it is run again and goes on.",
            "No node may serve the vault during the last run; none starts on the target before that has succeeded."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:both stores have the same, or with --ahead: everything was copied as it was",
            "1:they differ, or a store failed, which standard error says: run it again",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class CopyCommand implements Callable<Integer> {

    private final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "STORE", description = "what is copied: postgres or redis")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "STORE",
            description = "where to: the other one, which is new or was begun by an earlier run")
    private String to = "";

    @Option(
            names = "--ahead",
            description = "copy what there is while nodes still write; a later run without this brings it up to date")
    private boolean ahead;

    CopyCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        StoreKind source = OptionValue.read(spec, "--from", from, StoreKind::durable);
        StoreKind target = OptionValue.read(spec, "--to", to, StoreKind::durable);
        if (source == target) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to must be another kind of store than --from: within one kind, the server's own tools copy");
        }
        CopyConfig config = CopyConfig.from(access.environment(), source, target);
        PrintWriter err = spec.commandLine().getErr();
        try (OpenVault vault = access.reading(config.source());
                DurableStore copy = StoreWiring.open(config.target(), access.clock())) {
            StoreCopy running =
                    new StoreCopy(vault.store(), copy, vault.chain(), new ProgressLines(err, access.clock()));
            CopyReport report = ahead ? running.ahead() : running.run();
            return new CopySummary(
                            source.word(), target.word(), spec.commandLine().getOut(), err)
                    .print(report);
        }
    }
}
