package io.omnibridge.benchmarks;

import io.omnibridge.benchmarks.contender.Contender;
import io.omnibridge.benchmarks.contender.Jvm;
import io.omnibridge.benchmarks.contender.Node;
import io.omnibridge.benchmarks.contender.Program;
import io.omnibridge.benchmarks.contender.Programs;
import io.omnibridge.benchmarks.contender.Servers;
import io.omnibridge.benchmarks.contender.Store;
import io.omnibridge.benchmarks.load.Issuer;
import io.omnibridge.benchmarks.load.Links;
import io.omnibridge.benchmarks.load.Requests;
import io.omnibridge.benchmarks.load.Signing;
import io.omnibridge.benchmarks.load.TokenFile;
import io.omnibridge.benchmarks.load.Users;
import io.omnibridge.benchmarks.load.Wrk;
import io.omnibridge.bootstrap.process.KeptConnection;
import io.omnibridge.bootstrap.process.KeptConnection.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything that scenarios share: who is measured, by what, with which users, and with how much effort. */
public final class Bench implements AutoCloseable {

    private final Effort effort;
    private final Jvm jvm;
    private final Path project;
    private final Path folder;
    private final Issuer issuer;
    private final Servers servers;
    private final Programs programs;
    private final Wrk wrk;

    /**
     * Begins.
     *
     * @param project where everything was built
     * @param folder for temporary files
     */
    Bench(Effort effort, Jvm jvm, Path project, Path folder) throws IOException {
        this(effort, jvm, folder, new Issuer(), new Servers(), project);
    }

    private Bench(Effort effort, Jvm jvm, Path folder, Issuer issuer, Servers servers, Path project)
            throws IOException {
        this.effort = effort;
        this.jvm = jvm;
        this.project = project;
        this.folder = folder;
        this.issuer = issuer;
        this.servers = servers;
        this.programs = new Programs(project, issuer, servers);
        this.wrk = new Wrk(folder);
    }

    /** The same on another JVM. */
    Bench on(Jvm other) throws IOException {
        return new Bench(effort, other, folder, issuer, servers, project);
    }

    public Effort effort() {
        return effort;
    }

    public Jvm jvm() {
        return jvm;
    }

    public Path folder() {
        return folder;
    }

    /** Where everything was built. */
    public Path project() {
        return project;
    }

    public Wrk wrk() {
        return wrk;
    }

    /** The floor as a contender, named after its work. */
    public Contender floor(String work, Requests requests) throws IOException {
        String name = work.equals("bytes") ? "bare Javalin" : "bare Javalin, one " + work;
        Program program = programs.floor(work, answer(requests));
        return new Contender(name, name, "", program, Signing.HS256, requests, 0, 1);
    }

    /** OmniBridge as a contender, with the accounts of one user. */
    public Contender omnibridge(Store store, Signing signing, Requests requests) {
        String name = "OmniBridge, " + store + ", " + signing;
        return new Contender(name, name, "", programs.omnibridge(store, signing), signing, requests, 1, 1);
    }

    /** OmniBridge whose providers' APIs can be read, with the accounts of so many users. */
    public Contender reading(Store store, Requests requests, int users) {
        String name = "OmniBridge, proxy, " + store;
        return new Contender(name, name, "", programs.readingOmnibridge(store), Signing.HS256, requests, users, 1);
    }

    /** Bare Javalin that forwards reads, the same OmniBridge as in {@link #reading}, and nginx where it is installed. */
    public List<Contender> proxies(Store store, Requests requests, int users) throws IOException {
        String floor = "bare Javalin that forwards";
        Program forwarding = programs.forwardingFloor(answer(Requests.list(requests.tokens(), 1)));
        List<Contender> proxies = new ArrayList<>();
        proxies.add(new Contender(floor, floor, "", forwarding, Signing.HS256, requests, 0, 1));
        proxies.add(reading(store, requests, users).comparedWith(floor, ""));
        programs.forwardingNginx()
                .map(nginx -> new Contender("nginx that forwards", floor, "", nginx, Signing.HS256, requests, 0, 1))
                .ifPresent(proxies::add);
        return proxies;
    }

    /** Bare Javalin that calls so many sources at the same time, and OmniBridge that searches them. */
    public List<Contender> searches(Store store, Requests requests, int sources, int users) throws IOException {
        String floor = "bare Javalin that calls " + sources;
        Program calling = programs.searchingFloor(answer(Requests.list(requests.tokens(), 1)), sources);
        String name = "OmniBridge, search, " + store;
        return List.of(
                new Contender(floor, floor, "", calling, Signing.HS256, requests, 0, 1),
                new Contender(name, floor, "", programs.searchingOmnibridge(store), Signing.HS256, requests, users, 1));
    }

    /** The peer as a contender, with the accounts of one user. */
    public Contender spring(Store store, Signing signing, Requests requests) {
        String name = "Spring, " + store + ", " + signing;
        return new Contender(name, name, "", programs.spring(store, signing), signing, requests, 1, 1);
    }

    /** Tokens of so many users. */
    public TokenFile tokens(Signing signing, int users, int count) throws IOException {
        return TokenFile.write(folder, issuer, signing, users, count);
    }

    /** Starts one process of {@code contender}. */
    public Node start(Contender contender, Jvm on) throws IOException {
        return Node.start(on, contender.program(), folder, token(contender.signing()));
    }

    /** Links the accounts of the contender's users with the program at {@code port}, and sees that they are there. */
    public void link(Contender contender, int port) throws IOException {
        link(contender, Users.PROVIDERS, port);
    }

    /** The same at other providers. */
    public void link(Contender contender, List<String> providers, int port) throws IOException {
        if (contender.users() > 0) {
            new Links(issuer, contender.signing(), providers).link(port, contender.users());
            String accounts = answer(port, KeptConnection.get("/accounts", token(contender.signing())));
            if (!providers.stream().allMatch(accounts::contains)) {
                throw new IOException(contender.name() + " answers " + accounts);
            }
        }
    }

    /** Sees that a program's answer to such requests is what they should measure. */
    public void see(Contender contender, int port, Predicate<String> isRight) throws IOException {
        String answer = answer(port, request(contender.requests()));
        if (!isRight.test(answer)) {
            throw new IOException(contender.name() + " answers " + answer);
        }
    }

    /** Lets the databases finish what they do in the background after many writes. */
    public void complete() {
        servers.complete();
    }

    @Override
    public void close() throws IOException {
        issuer.close();
        servers.close();
    }

    /** The file with what OmniBridge itself answers to such requests. */
    private Path answer(Requests requests) throws IOException {
        Path file = folder.resolve(requests.method() + ".answer");
        if (!Files.exists(file)) {
            Contender omnibridge = omnibridge(Store.MEMORY, Signing.HS256, requests);
            try (Node node = start(omnibridge, jvm)) {
                link(omnibridge, node.port());
                Files.writeString(file, answer(node.port(), request(requests)));
            }
        }
        return file;
    }

    private byte[] request(Requests requests) {
        String token = token(Signing.HS256);
        return requests.method().equals("GET")
                ? KeptConnection.get(requests.path(), token)
                : KeptConnection.post(requests.path(), token, requests.body());
    }

    private static String answer(int port, byte[] request) throws IOException {
        try (KeptConnection connection = new KeptConnection(port)) {
            Response answer = connection.exchange(request);
            return answer.body();
        }
    }

    private String token(Signing signing) {
        return issuer.token(signing, Users.name(0));
    }
}
