/root/.m2/repository/us/hebi/matlab/mat/mfl-core/0.5.15/mfl-core-0.5.15.jar
