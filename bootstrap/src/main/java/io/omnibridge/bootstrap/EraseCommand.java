package io.omnibridge.bootstrap;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.domain.identity.UserId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes everything of one user, in one step, and says what it was. */
@Command(
        name = "erase",
        description = {
            "Remove everything that is kept of a user, accounts and record, at once and without asking.",
            "Prints what there was. Credentials are not revoked at the provider."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:nothing is kept of the user, whether or not there was anything",
            "1:the store failed, which standard error says: run it again",
            "2:wrong usage or wrong configuration, which standard error explains"
        })
final class EraseCommand implements Callable<Integer> {

    private final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--user", required = true, paramLabel = "USER", description = "who is erased")
    private String user = "";

    EraseCommand(VaultAccess access) {
        this.access = access;
    }

    @Override
    public Integer call() throws ConfigInvalid {
        UserId whose = OptionValue.read(spec, "--user", user, UserId::new);
        try (OpenVault vault = access.reading()) {
            ErasedUser erased = vault.store().sweep().erase(whose);
            spec.commandLine().getOut().println(inWords(erased, whose));
            return 0;
        }
    }

    /** One line, with the user last, since a user id may look like anything. */
    static String inWords(ErasedUser erased, UserId user) {
        String what = erased.accounts() + erased.events() == 0
                ? "there was nothing"
                : "erased " + erased.accounts() + " accounts and " + erased.events() + " events";
        return what + ": " + OneLine.of(user.value());
    }
}
