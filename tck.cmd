@echo off
rem Starts the harness; builds it with Maven first if it was not built yet. Delete harness\target\tck.built to build anew.
setlocal enabledelayedexpansion
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "target=%home%\harness\target"
set "jar=%target%\tck-harness.jar"
set "archive=%target%\tck.jsa"

if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java.exe")
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo tck: Java 17 or newer is needed; install it, or set JAVA_HOME. 1>&2
  exit /b 4
)

if not exist "%target%\tck.built" (
  echo tck: building the harness ^(once^) ... 1>&2
  pushd "%home%"
  call mvn -B -q -DskipTests -Dspotless.check.skip=true package 1>harness\build.log 2>&1
  if errorlevel 1 (
    popd
    type "%home%\harness\build.log" 1>&2
    echo tck: the build failed; the log is harness\build.log. Apache Maven 3.8 or newer is needed. 1>&2
    exit /b 4
  )
  popd
  "%java%" -Xshare:auto "-XX:ArchiveClassesAtExit=%archive%" "-Dtck.home=%home%" -cp "%jar%;%target%\lib\*" dev.tck.cli.Main --help >nul 2>&1
  echo built> "%target%\tck.built"
)

rem The harness stops its own containers; Testcontainers' helper for that would have to be pulled.
if not defined TESTCONTAINERS_RYUK_DISABLED set "TESTCONTAINERS_RYUK_DISABLED=true"

set "share="
if exist "%archive%" set share="-XX:SharedArchiveFile=%archive%"
"%java%" -Xmx512m -XX:+UseParallelGC -Xshare:auto %share% "-Djdk.httpclient.keepalive.timeout=5" "-Dtck.home=%home%" -Dfile.encoding=UTF-8 %TCK_JAVA_OPTIONS% -cp "%jar%;%target%\lib\*" dev.tck.cli.Main %*
exit /b %errorlevel%
