package org.normscape;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever is public has a comment: types, methods that override nothing, constants of enums, and
 * each component of a record. What {@code javadoc} itself complains of fails {@code ./mvnw
 * -Prelease}; that a comment is missing it does not say there.
 */
final class JavadocTest {

  private static final int AT_LEAST = 500;

  @Test
  void whateverIsPublicIsExplained() throws IOException {
    Missing missing = new Missing();
    for (Path module :
        List.of(
            Path.of("."),
            Path.of("../backend-tf"),
            Path.of("../backend-nd4j"),
            Path.of("../experiments"))) {
      missing.look(module.resolve("src/main/java"));
    }
    assertThat(missing.types).isGreaterThan(AT_LEAST);
    assertThat(missing.found).isEmpty();
  }

  @Test
  void whatIsMissingIsFound() throws IOException {
    Missing missing = new Missing();
    missing.look(Path.of("src/test/javadoc"));
    assertThat(missing.found)
        .containsExactly(
            "Uncommented: type",
            "Uncommented: enum constant ONE",
            "Uncommented: method said",
            "Uncommented: component length of Measured");
  }

  /** What has no comment. */
  private static final class Missing extends TreePathScanner<Void, DocTrees> {

    private final List<String> found = new ArrayList<>();
    private int types;

    void look(Path sources) throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager files =
              compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
          Stream<Path> walk = Files.walk(sources)) {
        List<Path> java =
            walk.filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.endsWith("package-info.java"))
                .sorted()
                .toList();
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(java));
        DocTrees docs = DocTrees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
          scan(unit, docs);
        }
      }
    }

    @Override
    public Void visitClass(ClassTree type, DocTrees docs) {
      if (!isSeen(type.getModifiers(), getCurrentPath().getParentPath())) {
        return null;
      }
      types++;
      DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
      if (comment == null) {
        miss("type");
      }
      if (type.getKind() == Tree.Kind.RECORD) {
        components(type, comment);
      }
      return super.visitClass(type, docs);
    }

    private void components(ClassTree type, @Nullable DocCommentTree comment) {
      Set<String> said =
          comment == null
              ? Set.of()
              : comment.getBlockTags().stream()
                  .filter(ParamTree.class::isInstance)
                  .map(tag -> ((ParamTree) tag).getName().toString())
                  .collect(Collectors.toSet());
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree field
            && !field.getModifiers().getFlags().contains(Modifier.STATIC)
            && !said.contains(field.getName().toString())) {
          miss("component %s of %s".formatted(field.getName(), type.getSimpleName()));
        }
      }
    }

    @Override
    public Void visitMethod(MethodTree method, DocTrees docs) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
      boolean constructs = method.getReturnType() == null;
      if (!overrides
          && !constructs
          && isSeen(method.getModifiers(), getCurrentPath().getParentPath())
          && docs.getDocCommentTree(getCurrentPath()) == null) {
        miss("method " + method.getName());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, DocTrees docs) {
      boolean constant =
          getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.ENUM
              && field.getModifiers().getFlags().contains(Modifier.PUBLIC);
      if (constant && docs.getDocCommentTree(getCurrentPath()) == null) {
        miss("enum constant " + field.getName());
      }
      return null;
    }

    private static boolean isSeen(ModifiersTree modifiers, TreePath owner) {
      Set<Modifier> flags = modifiers.getFlags();
      boolean inInterface = owner.getLeaf().getKind() == Tree.Kind.INTERFACE;
      return flags.contains(Modifier.PUBLIC)
          || flags.contains(Modifier.PROTECTED)
          || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    private void miss(String what) {
      String file =
          Path.of(getCurrentPath().getCompilationUnit().getSourceFile().getName())
              .getFileName()
              .toString();
      found.add(file.replace(".java", "") + ": " + what);
    }
  }
}
