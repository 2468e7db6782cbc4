import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * Prints the figures of the structure of Java sources and compares them with limits. The sources are parsed, not
 * compiled: a simple name means what is imported under it, else the type of that name in the same package. Exits with
 * 0, with 1 where a limit is exceeded and with 2 for a wrong call.
 *
 * <ul>
 *   <li>Types of a package are its top-level types; {@code package-info} is none.
 *   <li>A circle is a strongly connected component of more than one node: of packages by their imports and full names,
 *       and of the top-level types of one package by the names in their code, without comments.
 *   <li>A literal is a number other than −1, 0, 1 and 2 that has no name. One that has a name is in the initializer
 *       of a static final field, in the arguments of an enum constant or in an annotation. Lines are all lines of all
 *       files.
 *   <li>A signature is that of a method, a constructor or a record (its components).
 *   <li>Methods (and constructors) with a body, and types, nested ones too, are measured from the first line of
 *       modifiers or annotations to the last line.
 *   <li>Documented are public top-level types, and public types nested in these, that have a Javadoc comment.
 * </ul>
 */
final class HouseFigures {
    private static final int MOST_TYPES_OF_A_PACKAGE = 25;
    private static final int LARGEST_CIRCLE_OF_TYPES = 4;
    private static final int PACKAGES_IN_CIRCLES = 0;
    private static final double LITERALS_PER_1000_LINES = 4;
    private static final int MOST_PARAMETERS = 7;
    private static final int MEDIAN_METHOD = 5;
    private static final int P95_METHOD = 19;

    private static final Set<Double> PLAIN_NUMBERS = Set.of(-1.0, 0.0, 1.0, 2.0);

    private static final String USAGE =
            "usage: house-figures [--list literals|signatures|circles|packages|methods|documentation]... [FOLDER...]";

    private HouseFigures() {}

    public static void main(String[] words) throws IOException {
        Set<String> lists = new HashSet<>();
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("--list") && i + 1 < words.length && Report.LISTS.contains(words[i + 1])) {
                lists.add(words[++i]);
            } else if (!words[i].startsWith("-") && Files.isDirectory(Path.of(words[i]))) {
                folders.add(Path.of(words[i]));
            } else {
                System.err.println(
                        "house-figures: '" + words[i] + "' is neither a folder nor an option with its value");
                System.err.println(USAGE);
                System.exit(2);
            }
        }
        Sources sources = Sources.parse(folders.isEmpty() ? List.of(Path.of("src/main/java")) : folders);
        if (sources.types.isEmpty()) {
            System.err.println("house-figures: no Java types in " + folders);
            System.exit(2);
        }
        Report report = new Report(sources);
        lists.stream().sorted().forEach(report::list);
        System.exit(report.print() ? 0 : 1);
    }

    /** Something to point at: {@code size} is what it is ranked by. */
    private record Finding(String place, String text, int size) {
        static final Comparator<Finding> BY_SIZE =
                Comparator.comparingInt(Finding::size).reversed().thenComparing(Finding::place);

        @Override
        public String toString() {
            return place + ": " + text;
        }
    }

    /** A top-level type: {@code names} are the simple or full names of what its code uses. */
    private record Type(String packageName, String name, String place, Set<String> names) {
        String fullName() {
            return packageName + "." + name;
        }
    }

    /** Everything that one parse finds. */
    private static final class Sources {
        final List<Type> types = new ArrayList<>();
        /** What a file imports or names in full, by the package of the file. */
        final Map<String, Set<String>> fullNames = new TreeMap<>();

        final List<Finding> literals = new ArrayList<>();
        final List<Finding> signatures = new ArrayList<>();
        final List<Finding> methods = new ArrayList<>();
        final List<Finding> undocumented = new ArrayList<>();
        final List<Integer> typeLengths = new ArrayList<>();
        int publicTypes;
        long lines;

        static Sources parse(List<Path> folders) throws IOException {
            var compiler = ToolProvider.getSystemJavaCompiler();
            List<Path> paths = new ArrayList<>();
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(paths::add);
                }
            }
            Sources sources = new Sources();
            if (paths.isEmpty()) {
                return sources;
            }
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths));
                DocTrees trees = DocTrees.instance(task);
                for (CompilationUnitTree unit : task.parse()) {
                    sources.lines += unit.getSourceFile()
                            .getCharContent(true)
                            .toString()
                            .lines()
                            .count();
                    new FileScanner(sources, trees, unit).scan(unit, null);
                }
            }
            return sources;
        }
    }

    /** Reads one file into the sources. */
    private static final class FileScanner extends TreePathScanner<Void, Void> {
        private final Sources sources;
        private final DocTrees trees;
        private final CompilationUnitTree unit;
        private final String packageName;
        private final Map<String, String> imports = new HashMap<>();
        /** Names of the file that hide types of the package: nested types and type parameters. */
        private final Set<String> hidden = new HashSet<>();

        private Set<String> names = new HashSet<>();
        /** Whether numbers have a name here. */
        private boolean named;

        FileScanner(Sources sources, DocTrees trees, CompilationUnitTree unit) {
            this.sources = sources;
            this.trees = trees;
            this.unit = unit;
            packageName =
                    unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        }

        @Override
        public Void visitPackage(PackageTree node, Void unused) {
            return scan(node.getAnnotations(), null);
        }

        @Override
        public Void visitImport(ImportTree node, Void unused) {
            String name = node.getQualifiedIdentifier().toString();
            sources.fullNames
                    .computeIfAbsent(packageName, any -> new TreeSet<>())
                    .add(name);
            imports.put(lastWord(name), name);
            return null;
        }

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            String name = node.getSimpleName().toString();
            boolean top = getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
            if (top) {
                names = new HashSet<>();
                hidden.clear();
            }
            if (!name.isEmpty()) {
                document(node);
                sources.typeLengths.add(lines(node));
                hidden.add(name);
            }
            if (node.getKind() == Tree.Kind.RECORD) {
                sign(node, name, components(node).size());
            }
            withNames(false, () -> super.visitClass(node, null));
            if (top) {
                names.removeAll(hidden);
                Set<String> meant = names.stream()
                        .map(word -> imports.getOrDefault(word, word))
                        .collect(Collectors.toSet());
                sources.types.add(new Type(packageName, name, place(node), meant));
            }
            return null;
        }

        @Override
        public Void visitTypeParameter(TypeParameterTree node, Void unused) {
            hidden.add(node.getName().toString());
            return super.visitTypeParameter(node, null);
        }

        @Override
        public Void visitMethod(MethodTree node, Void unused) {
            ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            String name = owner.getSimpleName() + (node.getReturnType() == null ? "" : "." + node.getName());
            if (!isCanonical(node, owner)) {
                sign(node, name, node.getParameters().size());
            }
            if (node.getBody() != null) {
                sources.methods.add(new Finding(place(node), name + ", " + lines(node) + " lines", lines(node)));
            }
            return super.visitMethod(node, null);
        }

        @Override
        public Void visitVariable(VariableTree node, Void unused) {
            return withNames(named || isConstant(node), () -> super.visitVariable(node, null));
        }

        @Override
        public Void visitAnnotation(AnnotationTree node, Void unused) {
            return withNames(true, () -> super.visitAnnotation(node, null));
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void unused) {
            if (!named && node.getValue() instanceof Number number && !PLAIN_NUMBERS.contains(number.doubleValue())) {
                sources.literals.add(new Finding(place(node), node.toString(), 1));
            }
            return null;
        }

        @Override
        public Void visitIdentifier(IdentifierTree node, Void unused) {
            names.add(node.getName().toString());
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree node, Void unused) {
            String name = node.toString();
            if (name.matches("[a-z][\\w]*(\\.[a-z]\\w*)+\\.[A-Z]\\w*")) {
                sources.fullNames
                        .computeIfAbsent(packageName, any -> new TreeSet<>())
                        .add(name);
                names.add(name);
            }
            return super.visitMemberSelect(node, null);
        }

        private Void withNames(boolean value, Runnable scan) {
            boolean before = named;
            named = value;
            scan.run();
            named = before;
            return null;
        }

        private boolean isConstant(VariableTree node) {
            Tree owner = getCurrentPath().getParentPath().getLeaf();
            return owner instanceof ClassTree type
                    && (type.getKind() == Tree.Kind.INTERFACE
                            || node.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL)));
        }

        private static List<String> components(ClassTree owner) {
            return owner.getMembers().stream()
                    .filter(member -> member instanceof VariableTree variable
                            && !variable.getModifiers().getFlags().contains(Modifier.STATIC))
                    .map(member -> ((VariableTree) member).getType().toString())
                    .toList();
        }

        /** Whether it only repeats the signature of its record. */
        private static boolean isCanonical(MethodTree node, ClassTree owner) {
            return owner.getKind() == Tree.Kind.RECORD
                    && node.getReturnType() == null
                    && components(owner)
                            .equals(node.getParameters().stream()
                                    .map(parameter -> parameter.getType().toString())
                                    .toList());
        }

        private void sign(Tree node, String name, int parameters) {
            sources.signatures.add(new Finding(place(node), name + ", " + parameters + " parameters", parameters));
        }

        private void document(ClassTree node) {
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof ClassTree type
                        && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                    return;
                }
                if (path.getLeaf() instanceof MethodTree) {
                    return;
                }
            }
            sources.publicTypes++;
            if (trees.getDocComment(getCurrentPath()) == null) {
                sources.undocumented.add(
                        new Finding(place(node), node.getSimpleName().toString(), 1));
            }
        }

        private String place(Tree node) {
            return Path.of(unit.getSourceFile().getName()) + ":" + line(start(node));
        }

        private int lines(Tree node) {
            return line(trees.getSourcePositions().getEndPosition(unit, node) - 1) - line(start(node)) + 1;
        }

        private long start(Tree node) {
            return trees.getSourcePositions().getStartPosition(unit, node);
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }

    /** The figures, their limits and who is beyond them. */
    private static final class Report {
        static final List<String> LISTS =
                List.of("literals", "signatures", "circles", "packages", "methods", "documentation");

        private final Sources sources;
        private final Map<String, List<Type>> packages;
        private final List<Set<String>> packageCircles;
        private final List<Set<String>> typeCircles;
        private boolean kept = true;

        Report(Sources sources) {
            this.sources = sources;
            packages = sources.types.stream()
                    .collect(Collectors.groupingBy(Type::packageName, TreeMap::new, Collectors.toList()));
            packageCircles = circles(packageArrows());
            typeCircles = packages.values().stream()
                    .flatMap(types -> circles(typeArrows(types)).stream())
                    .sorted(Comparator.comparingInt((Set<String> circle) -> circle.size())
                            .reversed()
                            .thenComparing(Object::toString))
                    .toList();
        }

        boolean print() {
            String biggest = packages.keySet().stream()
                    .max(Comparator.comparingInt(name -> packages.get(name).size()))
                    .orElseThrow();
            Set<String> circle = typeCircles.isEmpty() ? Set.of() : typeCircles.get(0);
            int inCircles = packageCircles.stream().mapToInt(Set::size).sum();
            row("biggest package, types", packages.get(biggest).size(), MOST_TYPES_OF_A_PACKAGE, biggest);
            row("largest circle of types", circle.size(), LARGEST_CIRCLE_OF_TYPES, shortened(circle));
            row("packages in circles", inCircles, PACKAGES_IN_CIRCLES, "of " + packages.size());
            literalRow();
            signatureRow();
            List<Integer> methods = sizes(sources.methods);
            row("method, median lines", percentile(methods, 0.5), MEDIAN_METHOD, "of " + methods.size());
            row("method, 95th percentile", percentile(methods, 0.95), P95_METHOD, "largest " + last(methods));
            row("public types without Javadoc", sources.undocumented.size(), 0, "of " + sources.publicTypes);
            List<Integer> types = sources.typeLengths.stream().sorted().toList();
            System.out.printf(
                    "  Lines of a type: median %d, 95th percentile %d, largest %d. Types of a package: median %d.%n",
                    percentile(types, 0.5),
                    percentile(types, 0.95),
                    last(types),
                    percentile(
                            packages.values().stream().map(List::size).sorted().toList(), 0.5));
            return kept;
        }

        private void literalRow() {
            double rate = sources.literals.size() * 1000.0 / sources.lines;
            long presets = sources.literals.stream()
                    .filter(literal -> literal.place().contains("Presets.java:"))
                    .count();
            String note =
                    "%d in %d lines, %d of them in *Presets".formatted(sources.literals.size(), sources.lines, presets);
            row("literals per 1,000 lines", Math.round(rate * 10) / 10.0, LITERALS_PER_1000_LINES, note);
        }

        private void signatureRow() {
            List<Integer> sizes = sizes(sources.signatures);
            long beyond = sizes.stream().filter(size -> size > MOST_PARAMETERS).count();
            long atLimit =
                    sizes.stream().filter(size -> size >= MOST_PARAMETERS).count();
            row(
                    "signatures over 7 parameters",
                    beyond,
                    0,
                    "%d of 7 or more, largest %d".formatted(atLimit, last(sizes)));
        }

        private void row(String what, double found, double limit, String note) {
            boolean good = found <= limit;
            kept &= good;
            System.out.printf(
                    Locale.ROOT,
                    "%s %-30s %6s  limit %4s  %s%n",
                    good ? " " : "!",
                    what,
                    plain(found),
                    plain(limit),
                    note);
        }

        void list(String what) {
            Stream<Finding> findings = switch (what) {
                case "literals" -> sources.literals.stream();
                case "signatures" ->
                    sources.signatures.stream()
                            .filter(signature -> signature.size() >= MOST_PARAMETERS)
                            .sorted(Finding.BY_SIZE);
                case "methods" ->
                    sources.methods.stream()
                            .filter(method -> method.size() > P95_METHOD)
                            .sorted(Finding.BY_SIZE);
                case "documentation" -> sources.undocumented.stream();
                case "packages" ->
                    packages.entrySet().stream()
                            .map(entry -> new Finding(
                                    entry.getKey(),
                                    entry.getValue().size() + " types",
                                    entry.getValue().size()))
                            .sorted(Finding.BY_SIZE);
                default ->
                    Stream.concat(packageCircles.stream(), typeCircles.stream()).map(this::placed);
            };
            findings.forEach(System.out::println);
            System.out.println();
        }

        private Finding placed(Set<String> circle) {
            String place = sources.types.stream()
                    .filter(type -> circle.contains(type.fullName()))
                    .map(Type::place)
                    .findFirst()
                    .orElse("packages");
            return new Finding(place, circle.size() + " in a circle: " + shortened(circle), circle.size());
        }

        private Map<String, Set<String>> packageArrows() {
            Map<String, Set<String>> arrows = new TreeMap<>();
            packages.keySet().forEach(name -> arrows.put(name, new TreeSet<>()));
            sources.fullNames.forEach((from, names) -> names.stream()
                    .map(this::packageOf)
                    .filter(Objects::nonNull)
                    .forEach(to ->
                            arrows.computeIfAbsent(from, any -> new TreeSet<>()).add(to)));
            return arrows;
        }

        /** The package of a type, of what is in it, or of all its types ({@code .*}); null where it is not ours. */
        private String packageOf(String name) {
            return Stream.iterate(name, part -> !part.isEmpty(), Report::owner)
                    .filter(packages::containsKey)
                    .findFirst()
                    .orElse(null);
        }

        /** What a type, member or package is in; empty for a word. */
        private static String owner(String name) {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }

        private static Map<String, Set<String>> typeArrows(List<Type> types) {
            Map<String, String> known = new HashMap<>();
            types.forEach(type -> known.put(type.name(), type.fullName()));
            types.forEach(type -> known.put(type.fullName(), type.fullName()));
            return types.stream()
                    .collect(Collectors.toMap(
                            Type::fullName,
                            type -> type.names().stream()
                                    .flatMap(name -> Stream.iterate(name, part -> !part.isEmpty(), Report::owner))
                                    .map(known::get)
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.toCollection(TreeSet::new))));
        }

        /** Strongly connected components of two nodes and more: each reaches, and is reached by, all others. */
        private static List<Set<String>> circles(Map<String, Set<String>> arrows) {
            Map<String, Set<String>> reach = new HashMap<>();
            arrows.keySet().forEach(node -> reach.put(node, reached(node, arrows)));
            List<Set<String>> circles = new ArrayList<>();
            for (String node : new TreeSet<>(arrows.keySet())) {
                Set<String> circle = reach.get(node).stream()
                        .filter(other -> reach.getOrDefault(other, Set.of()).contains(node))
                        .collect(Collectors.toCollection(TreeSet::new));
                if (circle.size() > 1 && !circles.contains(circle)) {
                    circles.add(circle);
                }
            }
            return circles;
        }

        private static Set<String> reached(String start, Map<String, Set<String>> arrows) {
            Set<String> reached = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(arrows.get(start));
            while (!open.isEmpty()) {
                String node = open.pop();
                if (reached.add(node)) {
                    open.addAll(arrows.getOrDefault(node, Set.of()));
                }
            }
            return reached;
        }

        private static String shortened(Set<String> circle) {
            if (circle.isEmpty()) {
                return "";
            }
            return owner(circle.iterator().next()) + " "
                    + circle.stream().map(HouseFigures::lastWord).toList();
        }

        private static List<Integer> sizes(List<Finding> findings) {
            return findings.stream().map(Finding::size).sorted().toList();
        }

        /** The smallest size that this share of all do not exceed. */
        private static int percentile(List<Integer> sorted, double share) {
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }

        private static int last(List<Integer> sorted) {
            return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
