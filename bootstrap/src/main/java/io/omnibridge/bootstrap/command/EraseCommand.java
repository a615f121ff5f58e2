package io.omnibridge.bootstrap.command;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.revocation.EraseUserResult;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.bootstrap.wiring.OpenVault;
import io.omnibridge.bootstrap.wiring.ProviderWiring;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes everything of one user, in one step, and says what it was. */
@Command(
        name = "erase",
        description = {
            "Give back the grants of a user, and remove everything that is kept of the user, without asking.",
            "Prints what there was, and where a grant may live on: give OMNIBRIDGE_PROVIDERS_FILE, as nodes have it."
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
        ProviderWiring providers = access.providers();
        try (OpenVault vault = access.writing()) {
            EraseUserResult erasure =
                    access.grants(vault, providers).eraseUser().erase(whose);
            PrintWriter out = spec.commandLine().getOut();
            out.println(inWords(erasure.erased(), whose));
            livingInWords(erasure.unrevoked()).ifPresent(out::println);
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

    /** Where the user has to end a grant at the provider; nothing where all of them are no more. */
    static Optional<String> livingInWords(List<ProviderId> living) {
        if (living.isEmpty()) {
            return Optional.empty();
        }
        String names = living.stream().map(ProviderId::value).distinct().collect(Collectors.joining(", "));
        return Optional.of("not given back, to be ended at the provider by the user: " + names);
    }
}
